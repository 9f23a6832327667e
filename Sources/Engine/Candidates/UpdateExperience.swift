import Domain
import JSON
import Storage

/// Changes an experience record. What is absent stays as it is; null clears.
public struct UpdateExperience: RouteOperation {
    public static let contract = Contract(
        "candidates.experience.update", .put, "/candidates/{candidate_id}/experience/{exp_id}",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Update work experience", fr: "Modifier une expérience professionnelle"))

    public var candidateID: Candidate.ID
    public var expID: Experience.ID
    public var name: Text<200>?
    public var position: Text<200>?
    public var location: Patch<Text<200>>
    public var startDate: PartialDate?
    public var endDate: Patch<PartialDate>
    public var summary: Patch<Text<10_000>>
    public var highlights: [Text<1_000>]?
    public var expectedVersion: Int?

    public init(
        candidateID: Candidate.ID, expID: Experience.ID, name: Text<200>? = nil, position: Text<200>? = nil,
        location: Patch<Text<200>> = .keep, startDate: PartialDate? = nil, endDate: Patch<PartialDate> = .keep,
        summary: Patch<Text<10_000>> = .keep, highlights: [Text<1_000>]? = nil, expectedVersion: Int? = nil
    ) {
        self.candidateID = candidateID
        self.expID = expID
        self.name = name
        self.position = position
        self.location = location
        self.startDate = startDate
        self.endDate = endDate
        self.summary = summary
        self.highlights = highlights
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ExperienceView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let before = try ExperienceReading.one(expID, of: candidateID, in: call.transaction) else {
            throw ExperienceWriting.notFound(expID)
        }
        var after = before
        if let name { after.name = name.value }
        if let position { after.position = position.value }
        after.location = location.text(before.location)
        if let startDate { after.startDate = startDate }
        after.endDate = endDate.applied(to: before.endDate)
        after.summary = summary.text(before.summary)
        if let highlights { after.highlights = highlights.map(\.value) }
        let problems = ExperienceWriting.problems(after)
        if !problems.isEmpty { throw Problem.invalid(problems) }
        try StaleVersion.check(expectedVersion, current: before.version, "experience", expID)
        if after == before { return before }
        try call.transaction.execute(
            """
            UPDATE experience SET updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()),
            name = \(after.name), position = \(after.position), location = \(after.location),
            start_date = \(after.startDate), end_date = \(after.endDate), summary = \(after.summary),
            highlights = \(StoredJSON.text(of: after.highlights)) WHERE id = \(expID)
            """)
        try ExperienceWriting.finish(candidateID, in: call)
        let changes = try FieldChanges(from: before, to: after)
        call.note("experience", expID, before: changes.before, after: changes.after)
        after.version = before.version + 1
        return after
    }
}

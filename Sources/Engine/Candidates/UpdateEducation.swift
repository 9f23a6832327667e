import Domain
import JSON
import Storage

/// Changes an education record. What is absent stays as it is; null clears.
public struct UpdateEducation: RouteOperation {
    public static let contract = Contract(
        "candidates.education.update", .put, "/candidates/{candidate_id}/education/{edu_id}",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Update education record", fr: "Modifier une formation"))

    public var candidateID: Candidate.ID
    public var eduID: Education.ID
    public var institution: Text<200>?
    public var area: Patch<Text<200>>
    public var studyType: Patch<Text<120>>
    public var startDate: Patch<PartialDate>
    public var endDate: Patch<PartialDate>
    public var score: Patch<Text<60>>
    public var courses: [Text<200>]?
    public var url: Patch<WebAddress>
    public var expectedVersion: Int?

    public init(
        candidateID: Candidate.ID, eduID: Education.ID, institution: Text<200>? = nil,
        area: Patch<Text<200>> = .keep, studyType: Patch<Text<120>> = .keep, startDate: Patch<PartialDate> = .keep,
        endDate: Patch<PartialDate> = .keep, score: Patch<Text<60>> = .keep, courses: [Text<200>]? = nil,
        url: Patch<WebAddress> = .keep, expectedVersion: Int? = nil
    ) {
        self.candidateID = candidateID
        self.eduID = eduID
        self.institution = institution
        self.area = area
        self.studyType = studyType
        self.startDate = startDate
        self.endDate = endDate
        self.score = score
        self.courses = courses
        self.url = url
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> EducationView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let before = try EducationReading.one(eduID, of: candidateID, in: call.transaction) else {
            throw EducationWriting.notFound(eduID)
        }
        var after = before
        if let institution { after.institution = institution.value }
        after.area = area.text(before.area)
        after.studyType = studyType.text(before.studyType)
        after.startDate = startDate.applied(to: before.startDate)
        after.endDate = endDate.applied(to: before.endDate)
        after.score = score.text(before.score)
        if let courses { after.courses = courses.map(\.value) }
        switch url {
        case .keep: break
        case .clear: after.url = nil
        case .set(let address): after.url = address.value
        }
        let problems = EducationWriting.problems(after)
        if !problems.isEmpty { throw Problem.invalid(problems) }
        try StaleVersion.check(expectedVersion, current: before.version, "education", eduID)
        if after == before { return before }
        try call.transaction.execute(
            """
            UPDATE education SET updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()),
            institution = \(after.institution), area = \(after.area), study_type = \(after.studyType),
            start_date = \(after.startDate), end_date = \(after.endDate), score = \(after.score),
            courses = \(StoredJSON.text(of: after.courses)), url = \(after.url) WHERE id = \(eduID)
            """)
        try EducationWriting.finish(candidateID, in: call)
        let changes = try FieldChanges(from: before, to: after)
        call.note("education", eduID, before: changes.before, after: changes.after)
        after.version = before.version + 1
        return after
    }
}

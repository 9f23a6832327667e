import Domain
import JSON
import Storage

/// Adds an experience record to a candidate. The candidate's months of experience follow.
public struct AddExperience: RouteOperation {
    public static let contract = Contract(
        "candidates.experience.add", .post, "/candidates/{candidate_id}/experience",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Add work experience", fr: "Ajouter une expérience professionnelle"), success: 201)

    public var candidateID: Candidate.ID
    /// The company or other place of work.
    public var name: Text<200>
    public var position: Text<200>
    public var location: Text<200>?
    public var startDate: PartialDate
    public var endDate: PartialDate?
    public var summary: Text<10_000>?
    public var highlights: [Text<1_000>]?

    public init(
        candidateID: Candidate.ID, name: Text<200>, position: Text<200>, location: Text<200>? = nil,
        startDate: PartialDate, endDate: PartialDate? = nil, summary: Text<10_000>? = nil,
        highlights: [Text<1_000>]? = nil
    ) {
        self.candidateID = candidateID
        self.name = name
        self.position = position
        self.location = location
        self.startDate = startDate
        self.endDate = endDate
        self.summary = summary
        self.highlights = highlights
    }

    public func perform(in call: Call) throws -> ExperienceView {
        let view = ExperienceView(
            id: call.newID(), candidateID: candidateID, name: name.value, position: position.value,
            location: location?.value, startDate: startDate, endDate: endDate, summary: summary?.value,
            highlights: highlights?.map(\.value) ?? [], version: 1)
        let problems = ExperienceWriting.problems(view)
        if !problems.isEmpty { throw Problem.invalid(problems) }
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard try ExperienceReading.all(of: candidateID, in: call.transaction).count < ExperienceWriting.limit else {
            throw Problem.conflict(
                Phrase(
                    en: "A candidate has at most \(ExperienceWriting.limit) experience records.",
                    fr: "Un candidat a au plus \(ExperienceWriting.limit) expériences."))
        }
        try ExperienceWriting.insert(view, in: call)
        try ExperienceWriting.finish(candidateID, in: call)
        call.note("experience", view.id, after: try JSONValue(encoding: view))
        return view
    }
}

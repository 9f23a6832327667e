import Domain
import JSON
import Storage

/// The experience records of a candidate, the latest first. Employers need to see the candidate in full.
public struct ListExperience: RouteOperation {
    public static let contract = Contract(
        "candidates.experience.list", .get, "/candidates/{candidate_id}/experience",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get work experience", fr: "Expériences d’un candidat"))

    public var candidateID: Candidate.ID
    public var page: PageNumber
    public var pageSize: PageSize

    public init(candidateID: Candidate.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput) {
        self.candidateID = candidateID
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<ExperienceView> {
        try CandidateVisibility.requireFull(candidateID, in: call)
        return Page(cutting: try ExperienceReading.all(of: candidateID, in: call.transaction), page, pageSize)
    }
}

import Domain
import JSON
import Storage

/// The skills of a candidate, the best first. In an anonymous profile with level and years only.
public struct ListCandidateSkills: RouteOperation {
    public static let contract = Contract(
        "candidates.skills.list", .get, "/candidates/{candidate_id}/skills",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get skills", fr: "Compétences d’un candidat"), isContract: false)

    public var candidateID: Candidate.ID
    public var page: PageNumber
    public var pageSize: PageSize

    public init(candidateID: Candidate.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput) {
        self.candidateID = candidateID
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<CandidateSkillView> {
        let level = try CandidateVisibility.require(candidateID, in: call)
        let skills = try CandidateSkillReading.all(
            of: candidateID, anonymous: level == .anonymous, in: call.transaction)
        return Page(cutting: skills, page, pageSize)
    }
}

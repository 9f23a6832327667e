import Domain
import JSON
import Storage

/// One candidate, as far as the caller may see it.
public struct GetCandidate: RouteOperation {
    public static let contract = Contract(
        "candidates.get", .get, "/candidates/{candidate_id}",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get candidate details", fr: "Lire un candidat"))

    public var candidateID: Candidate.ID

    public init(candidateID: Candidate.ID) { self.candidateID = candidateID }

    public func perform(in call: Call) throws -> CandidateView { try CandidateReading.shown(candidateID, in: call) }
}

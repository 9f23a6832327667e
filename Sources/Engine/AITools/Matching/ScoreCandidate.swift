import Domain
import Intelligence
import Storage

/// How well one candidate goes with one job, and why. The score is told, not kept, and moves nobody.
public struct ScoreCandidate: RouteOperation {
    public static let contract = Contract(
        "ai.candidateScoring", .post, "/ai-tools/candidate-scoring",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "AI candidate scoring", fr: "Évaluer un candidat (IA)"))

    public var candidateID: Candidate.ID
    public var jobID: Job.ID

    public init(candidateID: Candidate.ID, jobID: Job.ID) {
        self.candidateID = candidateID
        self.jobID = jobID
    }

    public func perform(in call: Call) throws -> CandidateMatch {
        let job = try JobReading.findInFull(jobID, in: call)
        guard let candidate = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        return CandidateMatch(candidate, try Self.score(candidate, job, in: call))
    }

    static func score(_ candidate: CandidateView, _ job: JobView, in call: Call) throws -> MatchScore {
        guard let profile = try MatchReading.profiles([job], in: call)[job.id],
            let person = try MatchReading.profiles([candidate], texts: true, in: call)[candidate.id]
        else { throw Problem.internalError }
        return Matcher(profile, language: call.principal.language).score(person)
    }
}

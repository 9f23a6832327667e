import Domain
import Intelligence
import Storage

/// A candidate for a job, with a score and what it is made of. It is an order in which to look at people: nothing is
/// moved, rejected or kept by it.
public struct CandidateMatch: Codable, Sendable {
    public var candidateID: Candidate.ID
    /// Absent where the caller sees an anonymous profile only.
    public var name: String?
    public var title: String?
    /// 0…1: the sum of weight × value over the contributions.
    public var score: Double
    public var contributions: [MatchContribution]
    /// Required skills that nothing shows.
    public var missing: [String]

    init(_ candidate: CandidateView, _ score: MatchScore) {
        candidateID = candidate.id
        name =
            candidate.anonymous
            ? nil : ApplicationReading.fullName(candidate.firstName ?? "", candidate.lastName ?? "")
        title = candidate.currentTitle
        self.score = score.score
        contributions = score.contributions
        missing = score.missing
    }
}

/// The best candidates for a job, the best first.
public struct CandidateMatches: Codable, Sendable {
    public var data: [CandidateMatch]
    /// How many candidates were scored.
    public var considered: Int
    public var source: AnswerSource

    /// Matches that are answered unless another number is asked for.
    static let usual = 25

    /// Scores the pool by the records, then the best of it, and those whom their CV found, with their CVs.
    static func make(_ jobID: Job.ID, limit: Int, filters: MatchFilters?, in call: Call) throws -> CandidateMatches {
        let job = try JobReading.findInFull(jobID, in: call)
        guard let profile = try MatchReading.profiles([job], in: call)[jobID] else { throw Problem.internalError }
        let filters = filters ?? MatchFilters()
        let pool = try CandidatePool(job: profile, filters: filters).candidates(in: call)
        let matcher = Matcher(profile, language: call.principal.language)
        var sorter = matcher
        sorter.explains = false
        let records = try MatchReading.profiles(pool.byRecord, texts: false, in: call)
        let likely =
            ranked(pool.byRecord, records, sorter).prefix(limit + limit / 2 + 10).map(\.candidate) + pool.byText
        let full = try MatchReading.profiles(likely, texts: true, in: call)
        let best = ranked(likely, full, matcher).filter { $0.score.score >= filters.minScore ?? 0 }
        return CandidateMatches(
            data: best.prefix(limit).map { CandidateMatch($0.candidate, $0.score) },
            considered: pool.byRecord.count + pool.byText.count,
            source: .embedded)
    }

    private static func ranked(
        _ candidates: [CandidateView], _ profiles: [Candidate.ID: CandidateProfile], _ matcher: Matcher
    ) -> [(candidate: CandidateView, score: MatchScore)] {
        let known = candidates.compactMap { candidate in profiles[candidate.id].map { (candidate, $0) } }
        return zip(known.map(\.0), matcher.scores(known.map(\.1))).map { (candidate: $0, score: $1) }
            .sorted { one, other in
                one.score.score == other.score.score
                    ? one.candidate.id < other.candidate.id
                    : one.score.score > other.score.score
            }
    }
}

/// The best candidates for a job, narrowed by filters.
public struct MatchCandidatesToJob: RouteOperation {
    public static let contract = Contract(
        "ai.jobMatching", .post, "/ai-tools/job-matching", access: .roles(consultant: .yes, admin: .yes),
        effect: .read, Phrase(en: "AI job matching", fr: "Candidats correspondant à une offre (IA)"))

    public var jobID: Job.ID
    /// 25 unless said otherwise.
    public var limit: Bounded<1, 100>?
    public var filters: MatchFilters?

    public init(jobID: Job.ID, limit: Bounded<1, 100>? = nil, filters: MatchFilters? = nil) {
        self.jobID = jobID
        self.limit = limit
        self.filters = filters
    }

    public func perform(in call: Call) throws -> CandidateMatches {
        try CandidateMatches.make(jobID, limit: limit?.value ?? CandidateMatches.usual, filters: filters, in: call)
    }
}

/// The best candidates for a job. An employer gets anonymous profiles where it sees no more.
public struct ListJobCandidates: RouteOperation {
    public static let contract = Contract(
        "jobs.candidates", .get, "/jobs/{job_id}/candidates",
        access: .roles(employer: .own, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Matching candidates", fr: "Candidats correspondant à l’offre"))

    public var jobID: Job.ID
    /// 25 unless said otherwise.
    public var limit: Bounded<1, 100>?

    public init(jobID: Job.ID, limit: Bounded<1, 100>? = nil) {
        self.jobID = jobID
        self.limit = limit
    }

    public func perform(in call: Call) throws -> CandidateMatches {
        try CandidateMatches.make(jobID, limit: limit?.value ?? CandidateMatches.usual, filters: nil, in: call)
    }
}

import Domain
import Intelligence
import Storage

/// A job for a candidate, with a score and what it is made of.
public struct JobMatch: Codable, Sendable {
    public var jobID: Job.ID
    public var title: String
    public var companyName: String
    public var score: Double
    public var contributions: [MatchContribution]
    public var missing: [String]
}

/// The open jobs that go best with a candidate, the best first.
public struct ListCandidateMatches: RouteOperation {
    public static let contract = Contract(
        "candidates.matches", .get, "/candidates/{candidate_id}/matches",
        access: .roles(candidate: .own, consultant: .yes), effect: .read,
        Phrase(en: "Job matches for candidate", fr: "Offres correspondant au candidat"))

    public var candidateID: Candidate.ID
    /// 25 unless said otherwise.
    public var limit: Bounded<1, 100>?

    public init(candidateID: Candidate.ID, limit: Bounded<1, 100>? = nil) {
        self.candidateID = candidateID
        self.limit = limit
    }

    /// What comes back.
    public struct Matches: Codable, Sendable {
        public var data: [JobMatch]
        /// How many jobs were scored.
        public var considered: Int
        public var source: AnswerSource
    }

    /// Jobs of each kind that are scored.
    private static let bound = 100

    public func perform(in call: Call) throws -> Matches {
        guard let candidate = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        let (matches, considered) = try Self.matches(candidate, limit: limit?.value ?? CandidateMatches.usual, in: call)
        return Matches(data: matches, considered: considered, source: .embedded)
    }

    static func matches(
        _ candidate: CandidateView, limit: Int, in call: Call
    ) throws -> (matches: [JobMatch], considered: Int) {
        let profiles = try MatchReading.profiles([candidate], texts: true, in: call)
        guard let person = profiles[candidate.id] else { return ([], 0) }
        let jobs = try jobs(for: candidate, in: call)
        let asked = try MatchReading.profiles(jobs, in: call)
        let matches = jobs.compactMap { job -> JobMatch? in
            guard let profile = asked[job.id] else { return nil }
            let score = Matcher(profile, language: call.principal.language).score(person)
            return JobMatch(
                jobID: job.id, title: job.title, companyName: job.companyName, score: score.score,
                contributions: score.contributions, missing: score.missing)
        }
        let best = matches.sorted {
            $0.score == $1.score ? $0.jobID.description < $1.jobID.description : $0.score > $1.score
        }
        return (Array(best.prefix(limit)), jobs.count)
    }

    /// Open jobs that ask for skills of the candidate, those with its title's words, and the newest.
    private static func jobs(for candidate: CandidateView, in call: Call) throws -> [JobView] {
        let open: SQL = "j.status = 'open' AND \(JobVisibility.condition(call.principal))"
        var found: [JobView] = []
        func add(_ rest: SQL) throws {
            let known = Set(found.map(\.id))
            found += try call.transaction.all("SELECT \(JobReading.columns) FROM \(rest)") {
                try JobReading.read(&$0, for: call.principal)
            }.filter { !known.contains($0.id) }
        }
        try add(
            """
            \(JobReading.source) WHERE \(open) AND j.id IN (SELECT r.job_id FROM candidate_skill cs
            JOIN skill_requirement r ON r.skill_id = cs.skill_id AND r.deleted_at IS NULL
            WHERE cs.candidate_id = \(candidate.id) AND cs.deleted_at IS NULL)
            ORDER BY j.created_at DESC, j.id LIMIT \(bound)
            """)
        let words = TextWords.words(candidate.currentTitle ?? "").filter { !TextWords.stopWords.contains($0) }.prefix(6)
        if !words.isEmpty {
            let query = SearchQuery.any(words.map { .word($0, fields: ["title"]) })
            let match = call.transaction.search.match(query, in: EngineSchema.jobSearch)
            try add(
                """
                \(match.table) JOIN job j ON j.row_no = \(match.key) \(JobReading.joins)
                WHERE \(match.condition) AND \(open) ORDER BY \(match.key) DESC LIMIT \(bound)
                """)
        }
        if found.count < 25 {
            try add("\(JobReading.source) WHERE \(open) ORDER BY j.created_at DESC, j.id LIMIT 25")
        }
        return found
    }
}

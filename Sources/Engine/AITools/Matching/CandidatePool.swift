import Domain
import Intelligence
import Storage

/// The candidates that are worth scoring for a job: those with most of the skills that it asks for, and those whose
/// words are its title's. Found by indexes, so that a match costs the same among a hundred candidates as among a
/// hundred thousand.
struct CandidatePool {
    /// Rows of each kind that are scored.
    static let bound = 300

    let job: JobProfile
    let filters: MatchFilters

    /// Candidates that are looking for work and may be contacted, as the caller sees them.
    func candidates(in call: Call) throws -> [CandidateView] {
        var found = try read(try bySkills(in: call), in: call)
        if found.count < Self.bound {
            let known = Set(found.map(\.id))
            found += try byWords(in: call).filter { !known.contains($0.id) }
        }
        return found
    }

    private var conditions: [SQL] {
        var conditions: [SQL] = [
            "c.status IN ('active', 'passive')", "c.anonymized_at IS NULL", "c.merged_into_id IS NULL",
        ]
        if let region = filters.region { conditions.append("c.region = \(region)") }
        if let country = filters.countryCode { conditions.append("c.country_code = \(country)") }
        return conditions
    }

    /// Those with the most of the wanted skills, by the index of skills alone. Three times as many as are scored, since
    /// the caller may not see all of them.
    private func bySkills(in call: Call) throws -> [Candidate.ID] {
        guard !job.requirements.isEmpty else { return [] }
        return try call.transaction.column(
            """
            SELECT cs.candidate_id FROM candidate_skill cs
            WHERE cs.skill_id IN \(list: job.requirements.prefix(20).map(\.skill)) AND cs.deleted_at IS NULL
            GROUP BY cs.candidate_id ORDER BY COUNT(*) DESC, cs.candidate_id LIMIT \(Self.bound * 3)
            """)
    }

    private func read(_ ids: [Candidate.ID], in call: Call) throws -> [CandidateView] {
        guard !ids.isEmpty else { return [] }
        let visible = CandidateVisibility.predicate(for: call.principal, now: call.now)
        let rows = try call.transaction.all(
            """
            SELECT \(CandidateReading.columns(flag: CandidateVisibility.fullFlag(for: call.principal)))
            FROM candidate c WHERE c.id IN \(list: ids) AND \(visible) AND \(conditions.allOf())
            """, CandidateReading.read)
        var rank: [Candidate.ID: Int] = [:]
        for (index, id) in ids.enumerated() { rank[id] = index }
        return Array(rows.sorted { (rank[$0.id] ?? 0) < (rank[$1.id] ?? 0) }.prefix(Self.bound))
    }

    /// The newest whose record has all the words of the title, or failing that any of them. Whoever sees anonymous
    /// profiles only finds by what these show.
    private func byWords(in call: Call) throws -> [CandidateView] {
        let words = TextWords.words(job.title).filter { !TextWords.stopWords.contains($0) && $0.count > 2 }.prefix(6)
        guard !words.isEmpty else { return [] }
        let terms = words.map { SearchQuery.word($0, fields: ["title", "skills"]) }
        for query in [SearchQuery.all(terms), .any(terms)] {
            let match = call.transaction.search.match(query, in: EngineSchema.candidateSearch)
            let visible = CandidateVisibility.predicate(for: call.principal, now: call.now)
            let found = try call.transaction.all(
                """
                SELECT \(CandidateReading.columns(flag: CandidateVisibility.fullFlag(for: call.principal)))
                FROM \(match.table) JOIN candidate c ON c.row_no = \(match.key)
                WHERE \(match.condition) AND \(visible) AND \(conditions.allOf())
                ORDER BY \(match.key) DESC LIMIT \(Self.bound / 3)
                """, CandidateReading.read)
            if !found.isEmpty { return found }
        }
        return []
    }
}

/// Which candidates are asked for.
public struct MatchFilters: Codable, Sendable, Hashable {
    public var region: Text<120>?
    public var countryCode: CountryCode?
    /// 0…1.
    public var minScore: Double?

    public init(region: Text<120>? = nil, countryCode: CountryCode? = nil, minScore: Double? = nil) {
        self.region = region
        self.countryCode = countryCode
        self.minScore = minScore
    }
}

import Domain
import Intelligence
import Storage

/// The candidates that are worth scoring for a job: those with most of the skills that it asks for, those whose CV
/// names them, and those whose words are its title's. Found by indexes, so that a match costs the same among a hundred
/// candidates as among a hundred thousand.
struct CandidatePool {
    /// Rows of each kind that are scored.
    static let bound = 300

    let job: JobProfile
    let filters: MatchFilters

    /// Whom the indexes found, nobody twice.
    struct Found {
        /// By their skills or their title.
        var byRecord: [CandidateView]
        /// By their CV, without which little would speak for them.
        var byText: [CandidateView]
    }

    /// Candidates that are looking for work and may be contacted, as the caller sees them.
    func candidates(in call: Call) throws -> Found {
        var record = try read(try bySkills(in: call), in: call)
        let text = Self.others(try byTexts(in: call), than: record)
        if record.count < Self.bound { record += Self.others(try byWords(in: call), than: record + text) }
        return Found(byRecord: record, byText: text)
    }

    private static func others(_ found: [CandidateView], than known: [CandidateView]) -> [CandidateView] {
        let known = Set(known.map(\.id))
        return found.filter { !known.contains($0.id) }
    }

    private var conditions: [SQL] {
        var conditions: [SQL] = [
            "c.deleted_at IS NULL", "c.status IN ('active', 'passive')", "c.anonymized_at IS NULL",
            "c.merged_into_id IS NULL",
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
        var rank: [Candidate.ID: Int] = [:]
        for (index, id) in ids.enumerated() { rank[id] = index }
        func inOrder<Row>(_ rows: [Row], by id: (Row) -> Candidate.ID) -> [Row] {
            rows.sorted { (rank[id($0)] ?? 0) < (rank[id($1)] ?? 0) }
        }
        // Whom the caller sees first, since reading a record costs more than finding it.
        let seen: [Candidate.ID] = try call.transaction.column(
            "SELECT c.id FROM candidate c WHERE c.id IN \(list: ids) AND \(visible) AND \(conditions.allOf())")
        let scored = inOrder(seen) { $0 }.prefix(Self.bound)
        let rows = try call.transaction.all(
            """
            SELECT \(columns(in: call))
            FROM candidate c WHERE c.id IN \(list: Array(scored))
            """, CandidateReading.read)
        return inOrder(rows) { $0.id }
    }

    /// The newest of whom the record does not name all that the job requires, but record and CV together do: all of it,
    /// or failing enough of those all but one skill. Whoever sees anonymous profiles finds only among the people that
    /// it sees in full.
    private func byTexts(in call: Call) throws -> [CandidateView] {
        let wanted = job.requirements.filter { $0.importance == .required }.prefix(8)
            .map { [$0.name] + $0.aliases.prefix(4) }
        let named = wanted.compactMap { Self.any(of: $0, in: ["skills", "text"]) }
        let recorded = wanted.compactMap { Self.any(of: $0, in: ["skills"]) }
        guard !named.isEmpty else { return [] }
        let isEmployer = call.principal.role == .employer
        let keys = isEmployer ? CandidateSearch.keysSeenInFull(by: call.principal) : nil
        let limit = Self.bound / 6
        func newest(_ query: SearchQuery) throws -> [CandidateView] {
            try search(.except(query, .all(recorded)), among: keys, limit: limit, in: call)
        }
        var found = try newest(.all(named))
        if found.count < limit, named.count > 1 {
            let butOne = named.indices.map { left in
                SearchQuery.all(named.indices.filter { $0 != left }.map { named[$0] })
            }
            found += Self.others(try newest(.any(butOne)), than: found)
        }
        return Array(found.prefix(limit))
    }

    /// Any of the names, each as words in a row; `nil` for names of signs only.
    private static func any(of names: [String], in fields: [String]) -> SearchQuery? {
        let queries = names.map { SearchWords.split($0) }.filter { !$0.isEmpty }.map { words in
            words.count == 1 ? SearchQuery.word(words[0], fields: fields) : .phrase(words, fields: fields)
        }
        return queries.count > 1 ? .any(queries) : queries.first
    }

    /// The newest whose record has all the words of the title, or failing that any of them. Whoever sees anonymous
    /// profiles only finds by what these show.
    private func byWords(in call: Call) throws -> [CandidateView] {
        let words = TextWords.words(job.title).filter { !TextWords.stopWords.contains($0) && $0.count > 2 }.prefix(6)
        guard !words.isEmpty else { return [] }
        let terms = words.map { SearchQuery.word($0, fields: ["title", "skills"]) }
        let visible = CandidateVisibility.predicate(for: call.principal, now: call.now)
        for query in [SearchQuery.all(terms), .any(terms)] {
            let found = try search(query, where: visible, limit: Self.bound / 3, in: call)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// What a match is made of; nobody's addresses are.
    private func columns(in call: Call) -> SQL {
        CandidateReading.columns(flag: CandidateVisibility.fullFlag(for: call.principal), contacts: false)
    }

    /// The newest that the index finds.
    private func search(
        _ query: SearchQuery, where visible: SQL = "1 = 1", among keys: SQL? = nil, limit: Int, in call: Call
    ) throws -> [CandidateView] {
        let match = EngineSearch.match(query, in: EngineSchema.candidateSearch, call.transaction)
        let known: SQL = keys.map { "\(match.key) IN (\($0))" } ?? "1 = 1"
        return try call.transaction.all(
            """
            SELECT \(columns(in: call))
            FROM \(match.table) JOIN candidate c ON c.row_no = \(match.key)
            WHERE \(match.condition) AND \(known) AND \(visible) AND \(conditions.allOf())
            ORDER BY \(match.key) DESC LIMIT \(limit)
            """, CandidateReading.read)
    }
}

/// Which candidates are asked for.
public struct MatchFilters: Codable, Sendable, Equatable {
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

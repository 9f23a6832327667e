import Domain
import Storage

/// Records that may be of one person, and what says so.
public struct DuplicateGroup: Codable, Sendable, Equatable {
    public enum Reason: String, Sendable, Codable, CaseIterable {
        /// The same address.
        case email
        /// The same number, in E.164 where it is known.
        case phone
        /// The same page on a network.
        case profile
        /// The same name, without case and accents, with the same present employer.
        case nameAndEmployer = "name_and_employer"
    }

    public var reason: Reason
    /// What they have in common, in folded form.
    public var value: String
    /// The oldest first.
    public var candidates: [Member]

    public struct Member: Codable, Sendable, Equatable {
        public var id: Candidate.ID
        public var name: String
        public var currentTitle: String?
        public var currentCompany: String?
        public var createdAt: Instant
        public var applications: Int
    }
}

/// Finds records that may be of one person, by walking the index of what records share.
struct DuplicateSearch {
    let transaction: any Transaction
    /// Only groups that this record is in.
    var candidate: Candidate.ID?

    /// A group before its records are read.
    struct Key: Hashable {
        var reason: DuplicateGroup.Reason
        var value: String
        var candidates: [Candidate.ID]
    }

    /// So many groups are found at most; whoever has merged those asks again.
    static let limit = 10_000

    /// Groups in the order of their reasons and values, and how many there are, up to the limit.
    func keys(
        _ reasons: [DuplicateGroup.Reason], limit: Int, offset: Int
    ) throws -> (keys: [Key], total: Int) {
        var keys: [Key] = []
        var total = 0
        for reason in reasons where total < Self.limit {
            let count = try self.count(reason, limit: Self.limit - total)
            let skipped = max(0, offset - total)
            let wanted = min(limit - keys.count, count - skipped)
            if wanted > 0 {
                keys += try members(reason, of: values(reason, limit: wanted, offset: skipped))
            }
            total += count
        }
        return (keys, total)
    }

    private func count(_ reason: DuplicateGroup.Reason, limit: Int) throws -> Int {
        try transaction.value("SELECT COUNT(*) FROM (SELECT 1 FROM \(shared(reason)) LIMIT \(limit)) counted") ?? 0
    }

    private func values(_ reason: DuplicateGroup.Reason, limit: Int, offset: Int) throws -> [String] {
        try transaction.column(
            "SELECT value_folded FROM \(shared(reason)) ORDER BY value_folded LIMIT \(limit) OFFSET \(offset)")
    }

    private func shared(_ reason: DuplicateGroup.Reason) -> SQL {
        let own: SQL =
            candidate.map {
                """
                AND value_folded IN (SELECT mine.value_folded FROM candidate_contact mine
                WHERE mine.candidate_id = \($0) AND mine.kind = \(reason.rawValue))
                """
            } ?? ""
        return "shared_contact WHERE kind = \(reason.rawValue) AND \(SharedContacts.listed) \(own)"
    }

    private func members(_ reason: DuplicateGroup.Reason, of values: [String]) throws -> [Key] {
        let rows = try transaction.all(
            """
            SELECT k.value_folded, k.candidate_id FROM candidate_contact k JOIN candidate c ON c.id = k.candidate_id
            WHERE k.kind = \(reason.rawValue) AND k.value_folded IN \(list: values) AND c.deleted_at IS NULL
            AND c.anonymized_at IS NULL ORDER BY k.value_folded, k.candidate_id
            """
        ) { (value: try $0.next(String.self), id: try $0.next(Candidate.ID.self)) }
        let members = Dictionary(grouping: rows, by: \.value)
        return values.map { Key(reason: reason, value: $0, candidates: members[$0]?.map(\.id) ?? []) }
    }

    /// The groups with their records.
    func groups(_ keys: [Key]) throws -> [DuplicateGroup] {
        var members: [Candidate.ID: DuplicateGroup.Member] = [:]
        for chunk in Array(Set(keys.flatMap(\.candidates))).sorted().padded(to: 100) {
            try transaction.forEach(
                """
                SELECT c.id, c.first_name, c.last_name, c.current_title, c.current_company, c.created_at,
                (SELECT COUNT(*) FROM application a WHERE a.candidate_id = c.id AND a.deleted_at IS NULL)
                FROM candidate c WHERE c.id IN \(list: chunk)
                """
            ) { row in
                var columns = Columns(row)
                let id: Candidate.ID = try columns.next()
                members[id] = DuplicateGroup.Member(
                    id: id, name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                    currentTitle: try columns.next(), currentCompany: try columns.next(),
                    createdAt: try columns.next(), applications: try columns.next())
                return true
            }
        }
        return keys.map { key in
            DuplicateGroup(
                reason: key.reason, value: key.value,
                candidates: key.candidates.compactMap { members[$0] }
                    .sorted { ($0.createdAt.milliseconds, $0.id) < ($1.createdAt.milliseconds, $1.id) })
        }
    }
}

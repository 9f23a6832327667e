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

/// Finds records that may be of one person. Addresses, numbers and pages are found by walking the index of what people
/// are recognised by; names by walking the index of names once.
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
    /// A value that more records share (the number of a switchboard, an agency's own address) tells nothing of a
    /// person.
    static let largestGroup = 20

    func keys(_ reasons: [DuplicateGroup.Reason]) throws -> [Key] {
        var keys: [Key] = []
        for reason in reasons where keys.count < Self.limit {
            keys += reason == .nameAndEmployer ? try names() : try contacts(reason, limit: Self.limit - keys.count)
        }
        return Array(keys.prefix(Self.limit))
    }

    private func contacts(_ reason: DuplicateGroup.Reason, limit: Int) throws -> [Key] {
        let own: SQL =
            candidate.map {
                """
                AND value_folded IN (SELECT mine.value_folded FROM candidate_contact mine
                WHERE mine.candidate_id = \($0) AND mine.kind = \(reason.rawValue))
                """
            } ?? ""
        let rows = try transaction.all(
            """
            SELECT k.value_folded, k.candidate_id FROM (SELECT value_folded FROM candidate_contact
            WHERE kind = \(reason.rawValue) \(own) GROUP BY value_folded
            HAVING COUNT(*) BETWEEN 2 AND \(Self.largestGroup) ORDER BY value_folded LIMIT \(limit)) twice
            JOIN candidate_contact k ON k.kind = \(reason.rawValue) AND k.value_folded = twice.value_folded
            JOIN candidate c ON c.id = k.candidate_id AND c.deleted_at IS NULL AND c.anonymized_at IS NULL
            ORDER BY k.value_folded, c.created_at, c.id
            """
        ) { (value: try $0.next(String.self), id: try $0.next(Candidate.ID.self)) }
        var keys: [Key] = []
        for row in rows {
            if keys.last?.value == row.value {
                keys[keys.count - 1].candidates.append(row.id)
            } else {
                keys.append(Key(reason: reason, value: row.value, candidates: [row.id]))
            }
        }
        return keys.filter { $0.candidates.count > 1 }
    }

    private func names() throws -> [Key] {
        let own: SQL =
            candidate.map { "AND c.name_folded IN (SELECT mine.name_folded FROM candidate mine WHERE mine.id = \($0))" }
            ?? ""
        var keys: [Key] = []
        var name = ""
        var byEmployer: [String: [Candidate.ID]] = [:]
        func finish() {
            for (employer, ids) in byEmployer.sorted(by: { $0.key < $1.key })
            where (2...Self.largestGroup).contains(ids.count) && (candidate.map(ids.contains) ?? true) {
                keys.append(Key(reason: .nameAndEmployer, value: "\(name), \(employer)", candidates: ids))
            }
            byEmployer = [:]
        }
        try transaction.forEach(
            """
            SELECT c.name_folded, c.id, c.current_company FROM candidate c
            WHERE c.deleted_at IS NULL AND c.anonymized_at IS NULL AND c.current_company IS NOT NULL
            AND c.name_folded <> '' \(own) ORDER BY c.name_folded, c.id
            """
        ) { row in
            var columns = Columns(row)
            let next: String = try columns.next()
            if next != name {
                finish()
                name = next
            }
            let id: Candidate.ID = try columns.next()
            let employer = Folding.key(try columns.next(String.self))
            if !employer.isEmpty { byEmployer[employer, default: []].append(id) }
            return keys.count < Self.limit
        }
        finish()
        return keys
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

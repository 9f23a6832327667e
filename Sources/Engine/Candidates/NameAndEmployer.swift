import Domain
import Storage

/// A name with the present employer, by which records of one person are found that have nothing else in common: one of
/// the kinds of `candidate_contact`. Two people may well share it, so nobody is taken for another by it alone.
extension CandidateContacts {
    static let nameAndEmployer = DuplicateGroup.Reason.nameAndEmployer.rawValue

    /// The folded name (`name_folded`), a comma, and the folded employer; empty where one of them is missing.
    static func folded(name: String, employer: String?) -> String {
        guard !name.isEmpty, let employer = employer.map({ Folding.key($0) }), !employer.isEmpty else { return "" }
        return "\(name), \(employer)"
    }

    private static let batch = 10_000

    /// Makes those of everybody anew.
    static func rebuildNames(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM candidate_contact WHERE kind = \(nameAndEmployer)")
        var last = Candidate.ID(high: 0, low: 0)
        while true {
            let people = try transaction.all(
                """
                SELECT id, name_folded, current_company, merged_into_id, anonymized_at FROM candidate WHERE id > \(last)
                ORDER BY id LIMIT \(batch)
                """
            ) { try NamedRecord(&$0) }
            guard let end = people.last?.id else { return }
            last = end
            var rows = WaitingRows(insertion, in: transaction)
            for person in people where !person.expected.isEmpty {
                try rows.add { $0.add(Contact(kind: nameAndEmployer, value: person.expected), of: person.id) }
            }
            try rows.finish()
        }
    }

    /// Calls `body` with each record of which another name or employer is kept than it has. For `rplus doctor` and
    /// tests.
    public static func forEachWrongName(
        in transaction: any Transaction, _ body: (Candidate.ID) -> Void
    ) throws {
        try transaction.forEach(
            """
            SELECT c.id, c.name_folded, c.current_company, c.merged_into_id, c.anonymized_at, k.value_folded
            FROM candidate c LEFT JOIN candidate_contact k ON k.candidate_id = c.id AND k.kind = \(nameAndEmployer)
            """
        ) { row in
            var columns = Columns(row)
            let person = try NamedRecord(&columns)
            if try columns.next(String?.self) ?? "" != person.expected { body(person.id) }
            return true
        }
    }
}

/// What a record's name with its employer is made of.
private struct NamedRecord {
    var id: Candidate.ID
    /// What is to be kept; empty for nothing.
    var expected: String

    init(_ columns: inout Columns) throws {
        id = try columns.next()
        let name: String = try columns.next()
        let employer: String? = try columns.next()
        let heir: Candidate.ID? = try columns.next()
        let anonymisedAt: Instant? = try columns.next()
        // A merged record keeps its words, but is recognised by nothing any more.
        expected = heir == nil && anonymisedAt == nil ? CandidateContacts.folded(name: name, employer: employer) : ""
    }
}

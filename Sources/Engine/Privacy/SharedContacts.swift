import Domain
import Storage

/// `shared_contact`: a row for each value of `candidate_contact` that at least two living records have, which are
/// neither in the trash nor anonymised nor merged into another. `members` says how many have it, counted no further
/// than `countLimit`: a switchboard's number costs no more than a person's, however many have it.
public enum SharedContacts {
    typealias Contact = CandidateContacts.Contact

    /// A value that more records share (the number of a switchboard, an agency's own address) tells nothing of a
    /// person.
    static let largestGroup = 20
    static let countLimit = largestGroup + 1

    /// The values that tell of a person. As the index `shared_contact_listed` has it.
    static let listed = SQL(trusted: "members <= \(largestGroup)")

    private static let living: SQL = "c.deleted_at IS NULL AND c.anonymized_at IS NULL"

    /// Counts anew who has these. Whatever gives or takes one of them, or brings a record that has it or takes it away,
    /// calls it after.
    static func recount(_ contacts: some Sequence<Contact>, in transaction: any Transaction) throws {
        for contact in Set(contacts) {
            let (kind, value) = (contact.kind, contact.value)
            try transaction.enqueue(
                "DELETE FROM shared_contact WHERE kind = \(kind) AND value_folded = \(value)")
            try transaction.enqueue(
                """
                INSERT INTO shared_contact (kind, value_folded, members) SELECT \(kind), \(value), counted.n
                FROM (SELECT COUNT(*) AS n FROM (SELECT 1 FROM candidate_contact k JOIN candidate c
                ON c.id = k.candidate_id WHERE k.kind = \(kind) AND k.value_folded = \(value) AND \(living)
                LIMIT \(countLimit)) having_it) counted WHERE counted.n > 1
                """)
        }
    }

    /// The same for everything that these records are recognised by.
    static func recount(of candidates: [Candidate.ID], in transaction: any Transaction) throws {
        try recount(CandidateContacts.stored(of: candidates, in: transaction), in: transaction)
    }

    /// Those that somebody on file has, in the trash or not.
    static func onFile(_ contacts: Set<Contact>, in transaction: any Transaction) throws -> Set<Contact> {
        var found: Set<Contact> = []
        for (kind, contacts) in Dictionary(grouping: contacts, by: \.kind) {
            for chunk in contacts.map(\.value).padded(to: 100) {
                let values: [String] = try transaction.column(
                    """
                    SELECT DISTINCT value_folded FROM candidate_contact WHERE kind = \(kind)
                    AND value_folded IN \(list: chunk)
                    """)
                for value in values { found.insert(Contact(kind: kind, value: value)) }
            }
        }
        return found
    }

    /// Makes all of them anew, and the names with employers before, which SQL cannot fold.
    public static func rebuild(in transaction: any Transaction) throws {
        try CandidateContacts.rebuildNames(in: transaction)
        try transaction.execute("DELETE FROM shared_contact")
        try transaction.execute("INSERT INTO shared_contact (kind, value_folded, members) \(made)")
    }

    /// Makes all of them anew where the names are there.
    public static func fill(in transaction: any Transaction) throws {
        try transaction.execute("INSERT INTO shared_contact (kind, value_folded, members) \(made)")
    }

    /// Fills what an older program did not keep, once.
    static func fillOnce(in database: any Database) throws {
        try Supplement.once("shared_contacts", in: database, rebuild)
    }

    /// What the table has to hold, in the order of its columns. Most values are one record's, so those are left out
    /// before anybody's record is looked at.
    private static let made: SQL = """
        SELECT k.kind, k.value_folded,
        CASE WHEN COUNT(*) > \(countLimit) THEN \(countLimit) ELSE COUNT(*) END AS members
        FROM (SELECT kind, value_folded FROM candidate_contact GROUP BY kind, value_folded HAVING COUNT(*) > 1) twice
        JOIN candidate_contact k ON k.kind = twice.kind AND k.value_folded = twice.value_folded
        JOIN candidate c ON c.id = k.candidate_id WHERE \(living) GROUP BY k.kind, k.value_folded HAVING COUNT(*) > 1
        """

    /// For `rplus doctor` and tests.
    public static let comparison = EngineCounters.Comparison(
        table: "shared_contact", keys: ["kind", "value_folded"], values: ["members"],
        kept: "SELECT kind, value_folded, members FROM shared_contact", counted: made)
}

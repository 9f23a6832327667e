import Domain
import Storage

/// `retention_term`: a row for each candidate whose record rests, which is neither anonymised nor merged into another
/// and has no open application. Records in the trash rest too.
///
/// `heard_at` is when something was last heard of the person: the making of the record, a stage of an application, a
/// login, a message of its own, a consent. `hired_at` is its last hire, `kept_until` the date that is set on the record
/// (`retention_until`). What follows from these depends on settings, and so is worked out when it is asked for
/// (`Retention`).
///
/// A move from one open stage to another changes nothing here: while an application is open there is no row.
public enum RetentionTerms {
    /// For somebody new of whom there is nothing but the record, without a date on it.
    static let insertion = Insertion(into: "retention_term", "candidate_id, heard_at")

    /// Makes the rows of these candidates anew from the tables. Whatever changes what they are made of calls it after.
    static func refresh(_ candidates: [Candidate.ID], in transaction: any Transaction) throws {
        for chunk in candidates.chunks(of: 100) {
            try transaction.enqueue("DELETE FROM retention_term WHERE candidate_id IN \(list: chunk)")
            try transaction.enqueue(insert(where: "c.id IN \(list: chunk)"))
        }
    }

    /// The same for the candidate whose account this is, if it is one's.
    static func refresh(account user: User.ID, in transaction: any Transaction) throws {
        let candidate: Candidate.ID? = try transaction.value("SELECT id FROM candidate WHERE user_id = \(user)")
        if let candidate { try refresh([candidate], in: transaction) }
    }

    /// Makes all of them anew.
    static func fill(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM retention_term")
        try transaction.execute(insert(where: "1 = 1"))
    }

    /// Fills what an older program did not keep, once.
    static func fillOnce(in database: any Database) throws {
        try Supplement.once("retention_terms", in: database, fill)
    }

    private static func insert(where condition: SQL) -> SQL {
        "INSERT INTO retention_term (candidate_id, heard_at, hired_at, kept_until) \(made(where: condition))"
    }

    /// What the table has to hold of the candidates `c` that a condition names, in the order of its columns.
    static func made(where condition: SQL) -> SQL {
        """
        SELECT c.id AS candidate_id, \(heard) AS heard_at, \(hired) AS hired_at, c.retention_until AS kept_until
        FROM candidate c WHERE \(condition) AND c.anonymized_at IS NULL AND c.merged_into_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM application o WHERE o.candidate_id = c.id AND o.closed_at IS NULL
        AND o.deleted_at IS NULL)
        """
    }

    private static let heard: SQL = """
        (SELECT MAX(heard.at) FROM (SELECT c.created_at AS at
        UNION ALL SELECT MAX(a.status_entered_at) FROM application a
        WHERE a.candidate_id = c.id AND a.deleted_at IS NULL
        UNION ALL SELECT MAX(a.applied_at) FROM application a WHERE a.candidate_id = c.id AND a.deleted_at IS NULL
        UNION ALL SELECT u.last_login_at FROM user_account u WHERE u.id = c.user_id
        UNION ALL SELECT MAX(m.sent_at) FROM message m WHERE m.sender_id = c.user_id
        UNION ALL SELECT MAX(k.created_at) FROM candidate_consent k
        WHERE k.candidate_id = c.id AND k.withdrawn_at IS NULL) heard)
        """

    private static let hired: SQL = """
        (SELECT MAX(p.accepted_at) FROM application h JOIN placement p ON p.application_id = h.id
        WHERE h.candidate_id = c.id)
        """

    /// For `rplus doctor` and tests.
    public static let comparison: EngineCounters.Comparison = {
        // A row that is missing counts as one of zeros, so nothing must not look like nothing set.
        let columns: SQL = """
            candidate_id, heard_at, COALESCE(hired_at, -1) AS hired_at, COALESCE(kept_until, -1) AS kept_until
            """
        return EngineCounters.Comparison(
            table: "retention_term", keys: ["candidate_id"], values: ["heard_at", "hired_at", "kept_until"],
            kept: "SELECT \(columns) FROM retention_term",
            counted: "SELECT \(columns) FROM (\(made(where: "1 = 1"))) made")
    }()
}

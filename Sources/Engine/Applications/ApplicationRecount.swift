import Domain
import Storage

extension ApplicationCounts {
    /// Counts every stage of every scope anew from the applications.
    public static func recount(in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM application_count")
        try transaction.execute(
            "INSERT INTO application_count (scope_id, status, n) SELECT scope_id, status, n FROM (\(counted)) AS counted"
        )
    }

    /// How many counters are not what the applications say.
    static func differences(in transaction: any Transaction) throws -> Int {
        try transaction.value(
            """
            SELECT COUNT(*) FROM (
            SELECT counted.scope_id, counted.status FROM (\(counted)) AS counted
            LEFT JOIN application_count k ON k.scope_id = counted.scope_id AND k.status = counted.status
            WHERE k.n IS NULL OR k.n <> counted.n
            UNION ALL
            SELECT k.scope_id, k.status FROM application_count k
            LEFT JOIN (\(counted)) AS counted ON counted.scope_id = k.scope_id AND counted.status = k.status
            WHERE k.n <> 0 AND counted.n IS NULL) AS wrong
            """) ?? 0
    }

    private static let counted: SQL = """
        SELECT \(workspace) AS scope_id, status, COUNT(*) AS n FROM application WHERE deleted_at IS NULL GROUP BY status
        UNION ALL SELECT company_id, status, COUNT(*) FROM application WHERE deleted_at IS NULL
        AND company_id IS NOT NULL GROUP BY company_id, status
        UNION ALL SELECT job_id, status, COUNT(*) FROM application WHERE deleted_at IS NULL GROUP BY job_id, status
        UNION ALL SELECT consultant_id, status, COUNT(*) FROM application WHERE deleted_at IS NULL
        AND consultant_id IS NOT NULL GROUP BY consultant_id, status
        """
}

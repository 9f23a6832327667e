import Domain
import Storage

extension ApplicationCounts {
    /// How many counters are not what the applications say.
    static func differences(in transaction: any Transaction) throws -> Int {
        let counted = EngineCounters.stageCounts
        return try transaction.value(
            """
            SELECT COUNT(*) FROM (
            SELECT counted.scope_id, counted.status FROM (\(counted)) AS counted
            LEFT JOIN application_count k ON k.scope_id = counted.scope_id AND k.status = counted.status
            WHERE k.n IS NULL OR k.n <> counted.n OR k.entered <> counted.entered
            UNION ALL
            SELECT k.scope_id, k.status FROM application_count k
            LEFT JOIN (\(counted)) AS counted ON counted.scope_id = k.scope_id AND counted.status = k.status
            WHERE k.n <> 0 AND counted.n IS NULL) AS wrong
            """) ?? 0
    }
}

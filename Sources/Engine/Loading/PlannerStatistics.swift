import Storage

/// What the database knows of how its rows are spread, by which it chooses among indexes. It is asked to look again when
/// the tables have become several times what they were: a workspace grows from nothing, and an index that seemed good
/// enough for a hundred rows is not for a hundred thousand.
public enum PlannerStatistics {
    /// With fewer rows every choice is quick.
    private static let few: Int64 = 1_000
    private static let growth: Int64 = 4

    /// Looks at all tables now.
    public static func refresh(in database: any Database) throws {
        try database.analyze()
        let rows = try database.read { try rowCount($0) }
        try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO workspace_info (key, value) VALUES ('analyzed_rows', \(String(rows)))
                ON CONFLICT (key) DO UPDATE SET value = excluded.value
                """)
        }
    }

    /// Looks at the tables where they have grown since the last time; answers whether it did.
    @discardableResult
    public static func refreshIfGrown(in database: any Database) throws -> Bool {
        let (rows, known) = try database.read { transaction in
            let known: String? = try transaction.value("SELECT value FROM workspace_info WHERE key = 'analyzed_rows'")
            return (try rowCount(transaction), known.flatMap { Int64($0) } ?? 0)
        }
        guard rows >= few, rows >= growth * known else { return false }
        try refresh(in: database)
        return true
    }

    /// About how many rows there are, by the numbers that were given out.
    private static func rowCount(_ transaction: any Transaction) throws -> Int64 {
        try transaction.value("SELECT CAST(COALESCE(SUM(last), 0) AS BIGINT) FROM row_number") ?? 0
    }
}

import Storage

/// What a program adds to the rows of an older one when it opens a workspace, once: `workspace_info` keeps that it was
/// done.
enum Supplement {
    /// Runs `fill` in a transaction of its own where it has not been done yet. Of several programs that open the
    /// workspace one does it.
    static func once(
        _ mark: String, in database: any Database, _ fill: (any Transaction) throws -> Void
    ) throws {
        let find: SQL = "SELECT 1 FROM workspace_info WHERE key = \(mark)"
        if try database.read({ try $0.exists(find) }) { return }
        try database.write { transaction in
            guard try !transaction.exists(find) else { return }
            try fill(transaction)
            try transaction.execute("INSERT INTO workspace_info (key, value) VALUES (\(mark), '1')")
        }
    }

    /// So many documents are written in one transaction: few enough that others need not wait long.
    private static let batch = 2_500

    /// Runs `fill` for the rows of a table by their numbers, batch by batch, where it has not been done yet. What is
    /// interrupted begins again, and two programs may do it at once: `fill` replaces what is there.
    static func inBatches(
        _ mark: String, of table: SQL, in database: any Database,
        _ fill: (ClosedRange<Int64>, any Transaction) throws -> Void
    ) throws {
        let find: SQL = "SELECT 1 FROM workspace_info WHERE key = \(mark)"
        if try database.read({ try $0.exists(find) }) { return }
        let found: Int64? = try database.read { try $0.value("SELECT MAX(row_no) FROM \(table)") }
        if let last = found {
            try database.bulkLoad {
                for first in stride(from: Int64(1), through: last, by: batch) {
                    try database.write { try fill(first...(first + Int64(batch) - 1), $0) }
                }
            }
        }
        try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO workspace_info (key, value) VALUES (\(mark), '1') ON CONFLICT (key) DO NOTHING
                """)
        }
    }
}

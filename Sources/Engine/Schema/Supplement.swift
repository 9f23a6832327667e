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
}

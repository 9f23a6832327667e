import Storage

/// A look at a database file that writes nothing to it, however damaged it is. It needs no current schema.
public final class SQLiteInspection {
    private let connection: Connection

    /// Opens the file for reading only. Throws `StorageError.corrupt` where not even its first page can be read.
    public init(path: String) throws {
        connection = try Connection(path: path, options: SQLiteOptions(), writes: false)
    }

    deinit { connection.close() }

    /// Runs `body` on a snapshot.
    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try connection.beginTransaction()
        let transaction = SQLiteTransaction(on: connection, isWritable: false)
        defer {
            transaction.end()
            connection.endSnapshot()
        }
        return try body(transaction)
    }

    /// What SQLite's own check finds wrong with the pages, the tables and their indexes; empty for a whole file.
    public func fileProblems(limit: Int) throws -> [String] {
        try read { transaction in
            let found = try transaction.column(SQL(trusted: "PRAGMA integrity_check(\(limit))"), as: String.self)
            return found == ["ok"] ? [] : found
        }
    }

    /// References to rows that are not there.
    public func brokenReferences(limit: Int) throws -> [BrokenReference] {
        try read { transaction in
            try transaction.all(
                "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check LIMIT \(limit)"
            ) { columns in
                BrokenReference(table: try columns.next(), row: try columns.next(), parent: try columns.next())
            }
        }
    }

    public struct BrokenReference: Sendable, Hashable {
        public let table: String
        /// The row's number inside the database.
        public let row: Int64
        /// The table that lacks the row which is referred to.
        public let parent: String
    }
}

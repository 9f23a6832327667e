import Storage

/// A look at a database file.
public final class SQLiteInspection: StoreInspection {
    private let connection: Connection

    /// Opens the file for reading only. Throws `StorageError.corrupt` where not even its first page can be read.
    public init(path: String) throws {
        connection = try Connection(path: path, options: SQLiteOptions(), writes: false)
    }

    deinit { connection.close() }

    public let withoutIndexes: SQL = " NOT INDEXED"

    public func schemaVersion() throws -> Int {
        try read { transaction in
            guard try transaction.exists("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migration'") else {
                return 0
            }
            return try transaction.value("SELECT COALESCE(MAX(number), 0) FROM schema_migration") ?? 0
        }
    }

    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try connection.beginTransaction()
        let transaction = SQLiteTransaction(on: connection, isWritable: false)
        defer {
            transaction.end()
            connection.endSnapshot()
        }
        return try body(transaction)
    }

    /// A restore prepares the copy in a file beside the database's (`SQLiteDatabase.restore`), and nothing in this one.
    public func restoreLeftovers() throws -> [RestoreLeftover] { [] }

    public func fileProblems(limit: Int) throws -> [String] {
        try read { transaction in
            let found = try transaction.column(SQL(trusted: "PRAGMA integrity_check(\(limit))"), as: String.self)
            return found == ["ok"] ? [] : found
        }
    }

    public func brokenReferences(limit: Int) throws -> [BrokenReference] {
        try read { transaction in
            try transaction.all(
                "SELECT \"table\", coalesce(rowid, 0), parent FROM pragma_foreign_key_check LIMIT \(limit)"
            ) { columns in
                BrokenReference(
                    table: try columns.next(), row: "\(try columns.next(Int64.self))", parent: try columns.next())
            }
        }
    }
}

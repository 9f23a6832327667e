import Storage

/// A look at a database of PostgreSQL. What it cannot see are the server's own files: those are its administrator's.
public final class PostgresInspection: StoreInspection {
    private let database: PostgresDatabase

    /// Throws `StorageError.unreachable` where there is no server or no such database.
    public init(_ address: PostgresAddress) throws {
        var options = PostgresOptions()
        options.maximumReaders = 1
        // A check of everything takes as long as it takes.
        options.statementTimeout = 0
        database = try PostgresDatabase(address, options: options)
    }

    /// Nothing needs to be kept off an index here: `fileProblems` looks at the indexes themselves.
    public let withoutIndexes: SQL = ""

    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try database.read(body) }

    public func schemaVersion() throws -> Int { try database.schemaVersion() }

    public func fileProblems(limit: Int) throws -> [String] { try database.structureProblems(limit: limit) }

    public func brokenReferences(limit: Int) throws -> [BrokenReference] {
        try database.brokenReferences(limit: limit)
    }

    public func restoreLeftovers() throws -> [RestoreLeftover] {
        try database.forsakenRestore().map { schema in
            [RestoreLeftover(name: schema, removal: "DROP SCHEMA \(Connection.quoted(schema)) CASCADE")]
        } ?? []
    }

    public func compare(
        _ collection: SearchCollection, with table: SQL, where condition: SQL, limit: Int
    ) throws -> SearchComparison {
        try read { transaction in
            try SearchComparison.between(
                SQL(trusted: "\"\(collection.name)\""), "id", and: table, where: condition, limit: limit,
                indexAgrees: try database.wordProblems(of: collection, limit: 1, in: transaction).isEmpty,
                in: transaction)
        }
    }
}

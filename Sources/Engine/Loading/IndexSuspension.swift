import Storage

extension EngineSchema {
    /// Runs `body` on tables without the indexes that only make reading fast, and makes those after it: in one go each,
    /// which for a million new rows takes a fraction of what keeping them up to date takes. For filling an empty
    /// workspace only: until `body` has returned every list of another process reads whole tables, and if the program
    /// is killed the indexes are missing.
    public static func withoutIndexes<Result>(in database: any Database, _ body: () throws -> Result) throws -> Result {
        let indexes = migrations.flatMap(\.statements).compactMap(Index.init)
        try database.write { transaction in
            for index in indexes { try transaction.execute(SQL(trusted: "DROP INDEX IF EXISTS \(index.name)")) }
        }
        let result: Result
        do {
            result = try body()
        } catch {
            try? make(indexes, in: database)
            throw error
        }
        try make(indexes, in: database)
        return result
    }

    private static func make(_ indexes: [Index], in database: any Database) throws {
        for index in indexes { try database.write { try $0.execute(SQL(trusted: index.statement)) } }
    }

    /// An index that enforces nothing.
    private struct Index {
        let name: Substring
        let statement: String

        init?(_ statement: String) {
            let start = "CREATE INDEX "
            guard statement.hasPrefix(start) else { return nil }
            name = statement.dropFirst(start.count).prefix { $0 != " " }
            self.statement = statement
        }
    }
}

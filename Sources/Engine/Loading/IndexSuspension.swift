import Storage

extension EngineSchema {
    /// Runs `body` on tables without the indexes that only make reading fast, and makes those after it: in one go each,
    /// which for a million new rows takes a fraction of what keeping them up to date takes. For filling an empty
    /// workspace only: until `body` has returned every list of another process reads whole tables, and if the program
    /// is killed the indexes are missing.
    public static func withoutIndexes<Result>(in database: any Database, _ body: () throws -> Result) throws -> Result {
        let indexes = current()
        try database.write { transaction in
            for index in indexes { try transaction.execute(SQL(trusted: "DROP INDEX \(index.name)")) }
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

    /// The indexes that enforce nothing, as the last migration leaves them.
    private static func current() -> [Index] {
        var indexes: [Index] = []
        for statement in migrations.flatMap(\.statements) {
            if let name = name(in: statement, after: "DROP INDEX ") { indexes.removeAll { $0.name == name } }
            if let name = name(in: statement, after: "CREATE INDEX ") {
                indexes.append(Index(name: name, statement: statement))
            }
        }
        return indexes
    }

    private static func name(in statement: String, after start: String) -> Substring? {
        statement.hasPrefix(start) ? statement.dropFirst(start.count).prefix { $0 != " " } : nil
    }

    private struct Index {
        let name: Substring
        let statement: String
    }
}

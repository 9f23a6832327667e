import Storage

extension EngineSchema {
    /// Runs `body` on tables without the indexes that only make reading fast, and makes those after it: in one go each,
    /// which for a million new rows takes a fraction of what keeping them up to date takes. For filling an empty
    /// workspace only: until `body` has returned every list of another process reads whole tables, and if the program
    /// is killed the indexes are missing.
    public static func withoutIndexes<Result>(in database: any Database, _ body: () throws -> Result) throws -> Result {
        let indexes = Index.standing(after: migrations.flatMap(\.statements))
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

        /// The indexes that there are after all the statements: a later migration may drop what an earlier one made.
        static func standing(after statements: [String]) -> [Index] {
            var indexes: [Index] = []
            for statement in statements {
                if let name = word(after: "DROP INDEX ", in: statement) {
                    indexes.removeAll { $0.name == name }
                } else if let name = word(after: "CREATE INDEX ", in: statement) {
                    indexes.append(Index(name: name, statement: statement))
                }
            }
            return indexes
        }

        private static func word(after start: String, in statement: String) -> Substring? {
            statement.hasPrefix(start) ? statement.dropFirst(start.count).prefix { $0 != " " } : nil
        }
    }
}

extension EngineSchema {
    /// The names of the tables that the migrations make, in the order of their making: none refers to a later one.
    static let tables: [String] = made.map(\.name)

    /// Those whose rows carry the number of the transaction that wrote them last (`row_seq`).
    static let numberedTables: [String] = made.filter { $0.statement.contains("row_seq {integer}") }.map(\.name)

    private static let made: [(name: String, statement: String)] = {
        let words = ["CREATE", "TABLE"]
        var made: [(name: String, statement: String)] = []
        for statement in migrations.flatMap(\.statements) {
            let parts = statement.split(maxSplits: 3, whereSeparator: { $0.isWhitespace || $0 == "(" }).map(String.init)
            if parts.count > 2, Array(parts.prefix(2)) == words { made.append((parts[2], statement)) }
            if parts.count > 2, Array(parts.prefix(2)) == ["DROP", "TABLE"] { made.removeAll { $0.name == parts[2] } }
        }
        return made
    }()
}

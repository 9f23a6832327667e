extension EngineSchema {
    /// The names of the tables that the migrations make, in the order of their making: none refers to a later one.
    static let tables: [String] = {
        let words = ["CREATE", "TABLE"]
        var names: [String] = []
        for statement in migrations.flatMap(\.statements) {
            let parts = statement.split(maxSplits: 3, whereSeparator: { $0.isWhitespace || $0 == "(" }).map(String.init)
            if parts.count > 2, Array(parts.prefix(2)) == words { names.append(parts[2]) }
            if parts.count > 2, Array(parts.prefix(2)) == ["DROP", "TABLE"] { names.removeAll { $0 == parts[2] } }
        }
        return names
    }()
}

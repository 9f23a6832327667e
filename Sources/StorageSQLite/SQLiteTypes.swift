/// SQLite's names for the portable types of migrations.
enum SQLiteTypes {
    private static let names: [Substring: String] = [
        "id": "BLOB", "integer": "INTEGER", "real": "REAL", "text": "TEXT", "bytes": "BLOB",
    ]

    /// The statement with `{id}`, `{integer}`, `{real}`, `{text}` and `{bytes}` replaced; other braces stay.
    static func replaceNames(in statement: String) -> String {
        var result = ""
        var rest = statement[...]
        while let brace = rest.firstIndex(of: "{") {
            result += rest[..<brace]
            let name = rest[rest.index(after: brace)...].prefix { $0.isLetter }
            if let type = names[name], name.endIndex < rest.endIndex, rest[name.endIndex] == "}" {
                result += type
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                result += "{"
                rest = rest[rest.index(after: brace)...]
            }
        }
        return result + rest
    }
}

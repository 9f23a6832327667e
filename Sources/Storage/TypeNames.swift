/// The names that one database has for the portable types of migrations.
public struct TypeNames: Sendable {
    private let names: [Substring: String]

    public init(id: String, integer: String, real: String, text: String, bytes: String) {
        names = ["id": id, "integer": integer, "real": real, "text": text, "bytes": bytes]
    }

    /// The statement with `{id}`, `{integer}`, `{real}`, `{text}` and `{bytes}` replaced; other braces stay.
    public func replace(in statement: String) -> String {
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

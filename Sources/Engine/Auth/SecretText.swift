import JSON

/// A token as somebody shows it: what a mail carried, or what a login answered. Nothing that describes a value shows it,
/// as with `Password`. What it should look like is not checked here: one that was never given out is unknown, not
/// malformed.
public struct SecretText: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding {
    /// Longer ones are refused before anything is done with them.
    public static let longest = 512

    public let value: String

    /// `nil` where `text` is empty or too long.
    public init?(_ text: String) {
        guard Self.fault(text) == nil else { return nil }
        value = TextRules.trim(text)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if let fault = Self.fault(text) { throw fault }
        value = TextRules.trim(text)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private static func fault(_ text: String) -> ValueProblem? {
        if text.utf8.count > longest {
            return ValueProblem(
                code: "too_long", message: "must be at most \(longest) characters",
                parameters: ["maximum": "\(longest)"])
        }
        guard TextRules.trim(text).isEmpty else { return nil }
        return ValueProblem(code: "too_short", message: "must not be empty", parameters: ["minimum": "1"])
    }

    public static let example = SecretText("AZ8z1yVkd3KAAAAAAAAAAg")!
    public static var jsonSchema: JSONValue {
        [
            "type": "string", "format": "password", "writeOnly": true, "minLength": 1,
            "maxLength": .integer(Int64(longest)),
        ]
    }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

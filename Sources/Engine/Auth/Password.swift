import JSON

/// A password as somebody typed it. Nothing that describes a value shows it: neither `print` nor a dump, a log line or a
/// failed test. It is encoded as it is, since an operation travels as JSON.
public struct Password: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding {
    /// Longer ones are refused, so that nobody makes the program hash a novel.
    public static let longest = 256

    public let value: String

    /// `nil` where `text` is empty or too long.
    public init?(_ text: String) {
        guard Self.fault(text) == nil else { return nil }
        value = text
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if let fault = Self.fault(text) { throw fault }
        value = text
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    static func fault(_ text: String) -> ValueProblem? {
        if text.isEmpty {
            return ValueProblem(code: "too_short", message: "must not be empty", parameters: ["minimum": "1"])
        }
        // A character may be made of many code points, so the bytes have a bound too.
        if text.utf8.count > longest * 4 || text.count > longest {
            return ValueProblem(
                code: "too_long", message: "must be at most \(longest) characters",
                parameters: ["maximum": "\(longest)"]
            )
        }
        return nil
    }

    public static let example = Password("a long pass phrase")!
    public static var jsonSchema: JSONValue {
        [
            "type": "string", "format": "password", "writeOnly": true, "minLength": 1,
            "maxLength": .integer(Int64(longest)),
        ]
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

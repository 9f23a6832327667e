import Domain
import JSON
import Storage

/// An e-mail address: a practical subset of RFC 5322 (`local@domain.tld`, at most 254 bytes as RFC 5321 allows).
public struct EmailAddress: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    /// As the person wrote it.
    public let value: String

    public init?(_ text: String) {
        let trimmed = TextRules.trim(text)
        guard Self.isValid(trimmed) else { return nil }
        value = trimmed
    }

    /// The form that is unique: case folded.
    public var folded: String { value.lowercased() }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let address = EmailAddress(text) else {
            throw ValueProblem(code: "format", message: "must be an e-mail address such as name@example.com")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 254 else { return false }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return false }
        guard text.unicodeScalars.allSatisfy(isAllowed) else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty && $0.utf8.count <= 63 && !$0.hasPrefix("-") }
            && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".")
    }

    /// Letters of any script and the signs of an atom (RFC 5322, 3.2.3); never blanks, controls or what needs quotes.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "<", ">", "[", "]", ",", ";", ":", "\\", "\"": false
        case "!"..."~": true
        default: !scalar.properties.isWhitespace && !TextRules.isForbidden(scalar)
        }
    }

    public var sqlValue: SQLValue { .text(value) }
    public static var example: EmailAddress { EmailAddress("name@example.com")! }
    public static var jsonSchema: JSONValue { ["type": "string", "format": "email", "maxLength": 254] }
}

import Domain
import JSON
import Storage

/// An e-mail address (`EmailSyntax`), at most 254 bytes.
public struct EmailAddress: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    /// As the person wrote it.
    public let value: String

    public init?(_ text: String) {
        let trimmed = TextRules.trim(text)
        guard EmailSyntax.isAddress(trimmed) else { return nil }
        value = trimmed
    }

    /// What a row holds: it was checked when it was written.
    init(stored text: String) { value = text }

    /// The form that is unique: case folded.
    public var folded: String { value.lowercased() }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if decoder.isOfStored {
            self.init(stored: text)
            return
        }
        guard let address = EmailAddress(text) else {
            throw ValueProblem(code: "format", message: "must be an e-mail address such as name@example.com")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static var example: EmailAddress { EmailAddress("name@example.com")! }
    public static var jsonSchema: JSONValue { ["type": "string", "format": "email", "maxLength": 254] }
}

import Domain
import JSON

/// The e-mail address by which somebody is looked for. Whoever is on file is found by the address that is kept, whatever
/// the rules for new ones have become, so this asks for no more than that it looks like one.
public struct SignInAddress: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding {
    public let address: EmailAddress

    public init(_ address: EmailAddress) { self.address = address }

    public init?(_ text: String) {
        let trimmed = TextRules.trim(text)
        guard trimmed.utf8.count <= 254, trimmed.contains("@"), !TextRules.holdsForbidden(trimmed),
            !trimmed.unicodeScalars.contains(where: \.properties.isWhitespace)
        else { return nil }
        address = EmailAddress(stored: trimmed)
    }

    public init(from decoder: any Decoder) throws {
        guard let known = SignInAddress(try decoder.singleValueContainer().decode(String.self)) else {
            throw ValueProblem(code: "format", message: "must be an e-mail address such as name@example.com")
        }
        self = known
    }

    public func encode(to encoder: any Encoder) throws { try address.encode(to: encoder) }

    public static var example: SignInAddress { SignInAddress(.example) }
    public static var jsonSchema: JSONValue { EmailAddress.jsonSchema }
}

import Domain
import JSON
import Storage

/// A two-letter country code (ISO 3166-1), in capitals.
public struct CountryCode: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    public init?(_ text: String) {
        let upper = TextRules.trim(text).uppercased()
        guard CountryCodes.contains(upper) else { return nil }
        value = upper
    }

    /// What a row holds: it was checked when it was written, and a list that changes later hides nothing.
    init(stored text: String) { value = text }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = decoder.isOfStored ? CountryCode(stored: text) : CountryCode(text) else {
            throw ValueProblem(code: "format", message: "must be a two-letter country code of ISO 3166 such as FR")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static let example = CountryCode("FR")!
    public static var jsonSchema: JSONValue { ["type": "string", "pattern": "^[A-Za-z]{2}$"] }
}

/// A three-letter currency code (ISO 4217), in capitals.
public struct CurrencyCode: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    public init?(_ text: String) {
        let upper = TextRules.trim(text).uppercased()
        guard CurrencyCodes.contains(upper) else { return nil }
        value = upper
    }

    /// What a row holds: it was checked when it was written, and a list that changes later hides nothing.
    init(stored text: String) { value = text }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let code = decoder.isOfStored ? CurrencyCode(stored: text) : CurrencyCode(text) else {
            throw ValueProblem(code: "format", message: "must be a currency code of ISO 4217 such as EUR")
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static let example = CurrencyCode("EUR")!
    public static var jsonSchema: JSONValue { ["type": "string", "pattern": "^[A-Za-z]{3}$"] }
}

/// An address on the web; only `http` and `https`, so that no screen or mail ever links to anything else.
public struct WebAddress: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    public init?(_ text: String) {
        let trimmed = TextRules.trim(text)
        let lower = trimmed.prefix(8).lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), trimmed.utf8.count <= 2_000,
            trimmed.utf8.count > 10,
            !trimmed.unicodeScalars.contains(where: { $0.properties.isWhitespace || TextRules.isForbidden($0) })
        else { return nil }
        value = trimmed
    }

    public init(from decoder: any Decoder) throws {
        guard let address = WebAddress(try decoder.singleValueContainer().decode(String.self)) else {
            throw ValueProblem(code: "format", message: "must be an address that begins with https:// or http://")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static let example = WebAddress("https://example.com")!
    public static var jsonSchema: JSONValue { ["type": "string", "format": "uri", "maxLength": 2000] }
}

/// An IANA time zone name such as `Europe/Paris`.
public struct TimeZoneName: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    public init?(_ text: String) {
        guard text.utf8.count <= 64, TimeZoneNames.contains(text) else { return nil }
        value = text
    }

    public init(from decoder: any Decoder) throws {
        guard let name = TimeZoneName(try decoder.singleValueContainer().decode(String.self)) else {
            throw ValueProblem(code: "format", message: "must be an IANA time zone such as Europe/Paris")
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static let example = TimeZoneName("Europe/Paris")!
    public static var jsonSchema: JSONValue { ["type": "string", "maxLength": 64] }
}

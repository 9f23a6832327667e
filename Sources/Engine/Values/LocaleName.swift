import JSON
import Storage

/// A language, with or without a country, as BCP 47 writes them: `fr`, `fr-FR`. What an environment variable holds
/// (`fr_FR.UTF-8`) is taken as well.
public struct LocaleName: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    public init?(_ text: String) {
        let plain = text.prefix { $0 != "." && $0 != "@" }
        let parts = plain.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let language = parts.first, parts.count <= 2, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy(Self.isLetter)
        else { return nil }
        guard parts.count == 2 else {
            value = language.lowercased()
            return
        }
        let country = parts[1]
        let isCode = country.utf8.count == 2 && country.utf8.allSatisfy(Self.isLetter)
        let isNumber = country.utf8.count == 3 && country.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isCode || isNumber else { return nil }
        value = language.lowercased() + "-" + country.uppercased()
    }

    public init(from decoder: any Decoder) throws {
        guard let name = LocaleName(try decoder.singleValueContainer().decode(String.self)) else {
            throw ValueProblem(code: "format", message: "must be a locale such as fr or fr-FR")
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static let example = LocaleName("fr-FR")!
    public static var jsonSchema: JSONValue {
        ["type": "string", "pattern": "^[A-Za-z]{2,3}([-_]([A-Za-z]{2}|[0-9]{3}))?$"]
    }
}

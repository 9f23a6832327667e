import Domain
import JSON

/// What a setting of the workspace is: its name, its type, what it is where nobody has set it.
public struct SettingDefinition: Sendable {
    public enum Kind: Sendable, Hashable {
        case text(longest: Int)
        /// Text that is written and never shown again.
        case secret(longest: Int)
        case integer(ClosedRange<Int>)
        case boolean
        case email
        case webAddress
        case locale
        case timezone

        /// The kind's name for whoever fills it in.
        public var name: String {
            switch self {
            case .text: "text"
            case .secret: "secret"
            case .integer: "integer"
            case .boolean: "boolean"
            case .email: "email"
            case .webAddress: "url"
            case .locale: "locale"
            case .timezone: "timezone"
            }
        }
    }

    public let key: String
    public let kind: Kind
    /// `nil` for none.
    public let standard: JSONValue?
    public let summary: Phrase

    public var isSecret: Bool { if case .secret = kind { true } else { false } }

    /// The value in the form in which it is kept, or what is wrong with it. A number or a truth may come as text.
    func checked(_ value: JSONValue) -> Result<JSONValue, FieldError> {
        func wrong(_ code: String, _ english: String, _ french: String) -> Result<JSONValue, FieldError> {
            .failure(
                FieldError(
                    field: "settings.\(key)", code: code, message: english, parameters: ["french": french]))
        }
        switch kind {
        case .text(let longest), .secret(let longest):
            guard let text = value.stringValue else { return wrong("type", "must be text", "doit être un texte") }
            let trimmed = TextRules.trim(text)
            guard (1...longest).contains(trimmed.count) else {
                return wrong(
                    "too_long", "must be 1 to \(longest) characters", "doit faire de 1 à \(longest) caractères")
            }
            guard !trimmed.unicodeScalars.contains(where: { TextRules.isForbidden($0) || $0 == "\n" || $0 == "\r" })
            else { return wrong("format", "must be one line of text", "doit tenir sur une ligne") }
            return .success(.string(trimmed))
        case .integer(let range):
            guard let number = value.integerValue ?? value.stringValue.flatMap({ Int64($0) }),
                let whole = Int(exactly: number), range.contains(whole)
            else {
                return wrong(
                    "out_of_range", "must be a whole number between \(range.lowerBound) and \(range.upperBound)",
                    "doit être un nombre entier entre \(range.lowerBound) et \(range.upperBound)")
            }
            return .success(.integer(Int64(whole)))
        case .boolean:
            switch value {
            case .bool, .string("true"), .string("false"):
                return .success(.bool(value == .bool(true) || value == "true"))
            default: return wrong("type", "must be true or false", "doit être true ou false")
            }
        case .email:
            guard let address = value.stringValue.flatMap({ EmailAddress($0) }) else {
                return wrong(
                    "format", "must be an e-mail address such as name@example.com",
                    "doit être une adresse telle que nom@example.com")
            }
            return .success(.string(address.value))
        case .webAddress:
            guard let address = value.stringValue.flatMap({ WebAddress($0) }) else {
                return wrong(
                    "format", "must be an address such as https://example.com",
                    "doit être une adresse telle que https://example.com")
            }
            return .success(.string(address.value))
        case .locale:
            guard let locale = value.stringValue.flatMap({ LocaleName($0) }) else {
                return wrong("format", "must be a locale such as fr-FR", "doit être une langue telle que fr-FR")
            }
            return .success(.string(locale.value))
        case .timezone:
            guard let zone = value.stringValue.flatMap({ TimeZoneName($0) }) else {
                return wrong(
                    "format", "must be an IANA time zone such as Europe/Paris",
                    "doit être un fuseau IANA tel que Europe/Paris")
            }
            return .success(.string(zone.value))
        }
    }
}

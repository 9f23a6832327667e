import JSON
import Storage

/// Text of limited length: `Text<200>` takes 1 to 200 characters after white space at both ends is cut. Control
/// characters other than line feeds and tabs are refused, so that no stranger's escape sequence is ever stored.
public struct Text<let maximum: Int>: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public let value: String

    /// `nil` where `text` is empty, too long or holds control characters.
    public init?(_ text: String) {
        guard case .success(let value) = Self.check(text) else { return nil }
        self.value = value
    }

    /// What a row holds: it was checked when it was written.
    init(stored text: String) { value = text }

    /// Text the program itself made; longer text is cut.
    public init(cutting text: String) {
        var clean = text
        if TextRules.holdsForbidden(text) {
            clean = String(String.UnicodeScalarView(text.unicodeScalars.filter { !TextRules.isForbidden($0) }))
        }
        let trimmed = TextRules.trim(clean)
        // A character takes at least one byte.
        value = trimmed.utf8.count <= maximum ? trimmed : String(trimmed.prefix(maximum))
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if decoder.isOfStored {
            value = text
            return
        }
        switch Self.check(text) {
        case .success(let value): self.value = value
        case .failure(let problem): throw problem
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    private static func check(_ text: String) -> Result<String, ValueProblem> {
        let trimmed = TextRules.trim(text)
        if trimmed.isEmpty {
            return .failure(ValueProblem(code: "too_short", message: "must not be empty", parameters: ["minimum": "1"]))
        }
        // A character takes at least one byte, so this spares counting characters in a huge text.
        if trimmed.utf8.count > maximum && trimmed.count > maximum || trimmed.utf8.count > maximum * 16 {
            return .failure(
                ValueProblem(
                    code: "too_long", message: "must be at most \(maximum) characters",
                    parameters: ["maximum": "\(maximum)"]))
        }
        if TextRules.holdsForbidden(trimmed) {
            return .failure(ValueProblem(code: "format", message: "must not hold control characters"))
        }
        return .success(trimmed)
    }

    public var sqlValue: SQLValue { .text(value) }
    public static var example: Text { Text(cutting: "text") }
    public static var jsonSchema: JSONValue {
        ["type": "string", "minLength": 1, "maxLength": .integer(Int64(maximum))]
    }
}

extension Text: CustomStringConvertible {
    public var description: String { value }
}

/// What is cut from and refused in texts.
enum TextRules {
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x20 { return scalar != "\n" && scalar != "\t" && scalar != "\r" }
        return (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    /// Most texts hold none of the bytes that a forbidden scalar begins with, and bytes are looked through much faster.
    static func holdsForbidden(_ text: String) -> Bool {
        let isSuspect = text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
        return isSuspect && text.unicodeScalars.contains(where: isForbidden)
    }

    static func trim(_ text: String) -> String {
        // Nothing to cut between two characters that are printed in ASCII.
        if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return text
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }),
            // Nothing but what is drawn as nothing, such as zero-width spaces, is no text (UAX 44,
            // Default_Ignorable_Code_Point).
            scalars[first...last].contains(where: {
                !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
            })
        else { return "" }
        return String(scalars[first...last])
    }
}

/// What a log line may hold.
enum LogText {
    /// The most characters of one entry.
    static let maximumLength = 4_000

    /// One line without control characters, tokens or password hashes.
    static func safe(_ message: String) -> String {
        var result = ""
        for scalar in withoutSecrets(String(message.prefix(maximumLength))).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// JSON Web Tokens and Argon2 hashes, which errors of libraries might quote.
    private static func withoutSecrets(_ message: String) -> String {
        message.replacing(#/eyJ[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+\.[A-Za-z0-9_\-]+/#) { _ in "[token]" }
            .replacing(#/\$argon2\S*/#) { _ in "[password hash]" }
    }
}

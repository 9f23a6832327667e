/// What a program wrote, for an error message.
enum TerminalText {
    /// The last line or so, without control characters.
    static func readable(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.suffix(600), as: UTF8.self)
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    }
}

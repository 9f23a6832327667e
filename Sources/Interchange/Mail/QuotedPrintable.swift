/// Text as quoted-printable (RFC 2045, 6.7): lines of at most 76 ASCII characters, whatever the text holds.
enum QuotedPrintable {
    private static let width = 76
    private static let digits = Array("0123456789ABCDEF")

    /// The lines, without their ends.
    static func lines(_ text: String) -> [String] {
        // A carriage return before a line feed is part of the line's end.
        let unified = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
        return unified.split(separator: "\n", omittingEmptySubsequences: false).flatMap(encoded)
    }

    private static func encoded(_ line: Substring) -> [String] {
        var lines: [String] = []
        var current = ""
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let letter =
                isPlain(byte, isLast: isLast, startsLine: current.isEmpty, bytes)
                ? String(UnicodeScalar(byte)) : "=" + hexadecimal(byte)
            // One place is kept for the sign that the line goes on.
            if current.utf8.count + letter.utf8.count > width - 1 {
                lines.append(current + "=")
                current = ""
            }
            current += letter
        }
        lines.append(current)
        return lines
    }

    /// White space at the end of a line would be lost, and mailboxes take a line that begins with “From ” or a dot for
    /// something else.
    private static func isPlain(_ byte: UInt8, isLast: Bool, startsLine: Bool, _ line: [UInt8]) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case UInt8(ascii: "."), UInt8(ascii: "F"): !startsLine
        case 0x21...0x7E: true
        default: false
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }

    /// What encoded text holds (RFC 2045, 6.7); what is no encoding stays as it is.
    static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                result.append(byte)
                continue
            }
            if text[index...].starts(with: [13, 10]) {
                index += 2
            } else if text[index...].first == 10 {
                index += 1
            } else if text.endIndex - index >= 2, let high = value(text[index]), let low = value(text[index + 1]) {
                result.append(high << 4 | low)
                index += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        let upper = digit >= UInt8(ascii: "a") && digit <= UInt8(ascii: "f") ? digit - 32 : digit
        return digits.firstIndex(of: Character(UnicodeScalar(upper))).map(UInt8.init)
    }
}

import Foundation

/// Reads bytes of unknown encoding as text: UTF-8, UTF-16 with or without a mark, else Windows-1252.
public enum TextDecoding {
    /// The encodings that files from spreadsheets and editors come in.
    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case windows1252 = "Windows-1252"
    }

    /// Guesses the encoding from a file's first bytes, and says how many of them are the byte-order mark.
    public static func detect(_ head: some Collection<UInt8>) -> (encoding: Encoding, markLength: Int) {
        let bytes = Array(head.prefix(4_096))
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.count >= 4 {
            var zeros = [0, 0]
            for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index & 1] += 1 }
            let quarter = bytes.count / 4
            if zeros[1] > quarter && zeros[0] == 0 { return (.utf16LittleEndian, 0) }
            if zeros[0] > quarter && zeros[1] == 0 { return (.utf16BigEndian, 0) }
        }
        return (.utf8, 0)
    }

    /// A whole text. Line ends become `\n`, accents are composed (NFC), control characters are dropped.
    public static func decode(_ data: Data) -> (text: String, encoding: Encoding) {
        let (guess, mark) = detect(data.prefix(4_096))
        let body = data.dropFirst(mark)
        switch guess {
        case .utf16LittleEndian, .utf16BigEndian:
            var units: [UInt16] = []
            units.reserveCapacity(body.count / 2)
            var first: UInt8?
            for byte in body {
                guard let earlier = first else {
                    first = byte
                    continue
                }
                let (low, high) = guess == .utf16LittleEndian ? (earlier, byte) : (byte, earlier)
                units.append(UInt16(high) << 8 | UInt16(low))
                first = nil
            }
            return (tidy(String(decoding: units, as: UTF16.self)), guess)
        case .utf8, .windows1252:
            if let text = String(validating: body, as: UTF8.self) { return (tidy(text), .utf8) }
            return (tidy(windows1252(body)), .windows1252)
        }
    }

    /// One cell or line: UTF-8 where the bytes are valid UTF-8, else Windows-1252.
    public static func text(of bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
    }

    static func windows1252(_ bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let value = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt32(byte)
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return String(scalars)
    }

    static func tidy(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x09 }) { return text }
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0D:
                scalars.append("\n")
            case 0x0A where afterReturn:
                break
            case 0x0A, 0x09:
                scalars.append(scalar)
            case 0x0C, 0x0B, 0x2028, 0x2029, 0x85:
                scalars.append("\n")
            case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0x200B, 0xAD:
                break
            default:
                scalars.append(scalar)
            }
            afterReturn = scalar.value == 0x0D
        }
        return String(scalars).precomposedStringWithCanonicalMapping
    }

    /// What Windows-1252 puts where Latin-1 has its second block of control characters.
    private static let upperControls: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
}

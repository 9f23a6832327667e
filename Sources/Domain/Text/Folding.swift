/// Text without case and accents, for keys that both databases sort and search by the same bytes.
public enum Folding {
    /// `Hélène ŒUVRARD` becomes `helene oeuvrard`; runs of white space become one space; letters of other scripts keep
    /// their form in lower case.
    public static func key(_ text: some StringProtocol) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }

    /// The key as UTF-8.
    static func bytes(_ text: some StringProtocol) -> [UInt8] {
        var text = String(text)
        return text.withUTF8 { folded($0) }
    }

    private static func folded(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var pendingSpace = false
        var position = 0
        while position < source.count {
            let byte = source[position]
            if byte < 0x80 {
                position += 1
                if byte <= 0x20 || byte == 0x7F {
                    pendingSpace = !bytes.isEmpty
                    continue
                }
                if pendingSpace { bytes.append(0x20) }
                pendingSpace = false
                bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
                continue
            }
            let (scalar, size) = UTF8Scalars.scalar(at: position, in: source)
            position += size
            if (0x300...0x36F).contains(scalar.value) {
                continue
            } else if scalar.properties.isWhitespace {
                pendingSpace = !bytes.isEmpty
            } else {
                if pendingSpace { bytes.append(0x20) }
                pendingSpace = false
                append(scalar, to: &bytes)
            }
        }
        return bytes
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let letters: [UInt8]?
        switch scalar.value {
        case 0xC0...0x24F: letters = LatinLetters.latin[Int(scalar.value) - 0xC0]
        case 0x1E00...0x1EFF: letters = LatinLetters.additional[Int(scalar.value) - 0x1E00]
        default: letters = nil
        }
        if let letters, letters != [UInt8(ascii: ".")] {
            bytes += letters
        } else {
            bytes += scalar.properties.lowercaseMapping.utf8
        }
    }
}

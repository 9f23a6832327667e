extension JSONWriter {
    mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { writeContent($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies whole runs of text that need no escape.
    private mutating func writeContent(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var position = 0
        while position < text.count {
            let byte = text[position]
            if byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
                position += 1
                continue
            }
            let (code, length) = Self.characterToEscape(text, position)
            if let code {
                bytes.append(contentsOf: text[start..<position])
                writeEscape(code)
                start = position + length
            }
            position += length
        }
        bytes.append(contentsOf: text[start...])
    }

    /// The character at that place when it must be escaped, and how many bytes to step over.
    ///
    /// The text is valid UTF-8, so a lead byte is always followed by its continuation.
    private static func characterToEscape(
        _ text: UnsafeBufferPointer<UInt8>, _ position: Int
    ) -> (code: UInt16?, length: Int) {
        let byte = text[position]
        if byte < 0x80 { return (UInt16(byte), 1) }
        // C1 controls: a terminal could take them for commands.
        if byte == 0xC2, text[position + 1] < 0xA0 { return (UInt16(text[position + 1]), 2) }
        if byte == 0xE2, text[position + 1] == 0x80, text[position + 2] & 0xFE == 0xA8 {
            return (0x2000 | UInt16(text[position + 2] & 0x3F), 3)
        }
        return (nil, 1)
    }

    private mutating func writeEscape(_ code: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(code >> shift & 0xF)
                bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

extension JSONParser {
    mutating func parseString() throws(JSONSyntaxError) -> String {
        position += 1
        let start = position
        if try skipPlainText() {
            let plain = UnsafeBufferPointer(rebasing: bytes[start..<position])
            return try finishString(String(validating: plain, as: UTF8.self), startingAt: start)
        }
        unescaped.removeAll(keepingCapacity: true)
        var chunk = start
        while true {
            unescaped.append(contentsOf: bytes[chunk..<position])
            if bytes[position] == UInt8(ascii: "\"") { break }
            try parseEscape()
            chunk = position
            _ = try skipPlainText()
        }
        return try finishString(String(validating: unescaped, as: UTF8.self), startingAt: start)
    }

    private mutating func finishString(_ text: String?, startingAt start: Int) throws(JSONSyntaxError) -> String {
        guard let text else {
            throw failure("the text is not valid UTF-8", at: start + validPrefixLength(bytes[start..<position]))
        }
        position += 1
        return text
    }

    /// Moves to the closing quote (true) or to a backslash (false).
    private mutating func skipPlainText() throws(JSONSyntaxError) -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { return true }
            if byte == UInt8(ascii: "\\") { return false }
            guard byte >= 0x20 else { throw failure("a control character must be escaped") }
            position += 1
        }
        throw failure("the text ends within a string")
    }

    /// How many bytes come before the first that is not UTF-8; only asked once something is known to be wrong.
    private func validPrefixLength(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var decoder = UTF8()
        var iterator = part.makeIterator()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
        return length
    }

    private mutating func parseEscape() throws(JSONSyntaxError) {
        let start = position
        position += 1
        guard position < bytes.count else { throw failure("the text ends within a string") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            unescaped.append(contentsOf: UTF8.encode(try parseUnicodeEscape(start)) ?? UTF8.encodedReplacementCharacter)
        default: throw failure("this escape is unknown", at: start)
        }
    }

    private mutating func parseUnicodeEscape(_ start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try parseHexadecimal()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, position + 1 < bytes.count,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        else { throw failure("half of a surrogate pair is missing", at: start) }
        position += 2
        let second = try parseHexadecimal()
        guard (0xDC00...0xDFFF).contains(second) else {
            throw failure("half of a surrogate pair is missing", at: start)
        }
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func parseHexadecimal() throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue,
                bytes[position] < 0x80
            else { throw failure("four hexadecimal digits must follow \\u") }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}

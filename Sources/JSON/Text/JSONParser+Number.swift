extension JSONParser {
    mutating func parseNumber() throws(JSONSyntaxError) -> JSONValue {
        let start = position
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let firstDigit = position
        var magnitude: Int64 = 0
        var fits = true
        while let digit = digit(at: position) {
            // Counted downwards, so that the lowest 64-bit integer fits too.
            let (tens, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
            let (next, overflowedAgain) = tens.subtractingReportingOverflow(Int64(digit))
            fits = fits && !overflowed && !overflowedAgain
            magnitude = next
            position += 1
        }
        guard position > firstDigit else { throw failure("a digit must be here") }
        guard position == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
            throw failure("a number has no leading zeros", at: firstDigit)
        }
        let isWhole = try !parseFraction()
        if isWhole && fits {
            if isNegative { return .integer(magnitude) }
            if magnitude != .min { return .integer(-magnitude) }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let value = Double(text), value.isFinite else {
            throw failure("the number is too large", at: start)
        }
        return .number(value)
    }

    /// Reads the fraction and the exponent; false when there is neither.
    private mutating func parseFraction() throws(JSONSyntaxError) -> Bool {
        let start = position
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try skipDigits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            try skipDigits()
        }
        return position > start
    }

    private mutating func skipDigits() throws(JSONSyntaxError) {
        guard digit(at: position) != nil else { throw failure("a digit must be here") }
        while digit(at: position) != nil { position += 1 }
    }

    private func digit(at position: Int) -> UInt8? {
        guard position < bytes.count else { return nil }
        let value = bytes[position] &- UInt8(ascii: "0")
        return value < 10 ? value : nil
    }
}

/// Reads fixed-width numbers and separators from a date's text.
struct DigitReader {
    private var bytes: ArraySlice<UInt8>

    init(_ text: some StringProtocol) { bytes = Array(text.utf8)[...] }

    var atEnd: Bool { bytes.isEmpty }

    /// Exactly `width` decimal digits.
    mutating func number(_ width: Int) -> Int? {
        guard bytes.count >= width else { return nil }
        var value = 0
        for byte in bytes.prefix(width) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        bytes = bytes.dropFirst(width)
        return value
    }

    /// One to nine digits of a decimal fraction, as thousandths.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while let byte = bytes.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 9 {
            if count < 3 { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
            count += 1
            bytes = bytes.dropFirst()
        }
        guard count > 0 else { return nil }
        for _ in min(count, 3)..<3 { value *= 10 }
        return value
    }

    mutating func take(_ separator: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: separator) else { return false }
        bytes = bytes.dropFirst()
        return true
    }
}

/// Decimal numbers with leading zeros.
enum Padding {
    static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    static func three(_ number: Int64) -> String {
        number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : "\(number)"
    }
}

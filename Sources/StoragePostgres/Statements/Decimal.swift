/// A `numeric` of PostgreSQL, which sums and averages of whole numbers come as: digits of base 10,000.
struct Decimal {
    private let digits: [Int64]
    /// The power of 10,000 that the first digit counts.
    private let weight: Int
    private let isNegative: Bool
    private let isNumber: Bool

    /// Reads the binary format: the number of digits, the weight, the sign, the scale, and the digits, 16 bits each.
    init(_ bytes: UnsafeRawBufferPointer) {
        func word(_ index: Int) -> UInt16 {
            UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
        }
        let count = bytes.count >= 8 ? min(Int(word(0)), bytes.count / 2 - 4) : 0
        digits = (0..<count).map { Int64(word(4 + $0)) }
        weight = bytes.count >= 8 ? Int(Int16(bitPattern: word(1))) : 0
        let sign = bytes.count >= 8 ? word(2) : 0
        isNegative = sign == 0x4000
        isNumber = sign == 0 || sign == 0x4000
    }

    /// The whole part; the nearest bound for what does not fit.
    var integer: Int64 {
        var sum: Int64 = 0
        for place in 0...max(weight, 0) where weight >= 0 {
            let (product, overflow) = sum.multipliedReportingOverflow(by: 10_000)
            let (next, more) = product.addingReportingOverflow(place < digits.count ? digits[place] : 0)
            if overflow || more { return isNegative ? .min : .max }
            sum = next
        }
        return isNegative ? -sum : sum
    }

    var real: Double {
        guard isNumber else { return .nan }
        // The digits as one whole number and a power of ten, which Swift rounds correctly as a whole.
        let text = digits.map { digit in
            let text = String(digit)
            return String(repeating: "0", count: 4 - text.count) + text
        }.joined()
        let magnitude = Double("\(text.isEmpty ? "0" : text)e\((weight - digits.count + 1) * 4)") ?? .nan
        return isNegative ? -magnitude : magnitude
    }
}

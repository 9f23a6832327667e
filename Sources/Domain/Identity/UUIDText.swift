/// The text form of 128-bit identifiers, without Foundation: this runs for every identifier of every answer.
enum UUIDText {
    private static let digits = Array("0123456789abcdef".utf8)

    static func format(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[position] = UInt8(ascii: "-")
                    position += 1
                }
                let word = index < 16 ? high : low
                buffer[position] = digits[Int(word >> UInt64((15 - index % 16) * 4) & 15)]
                position += 1
            }
            return 36
        }
    }

    static func parse(_ text: some StringProtocol) -> (high: UInt64, low: UInt64)? {
        var words: (high: UInt64, low: UInt64) = (0, 0)
        var position = 0
        var nibbles = 0
        for byte in text.utf8 {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                let value: UInt64
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt64(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt64(byte - UInt8(ascii: "a") + 10)
                case UInt8(ascii: "A")...UInt8(ascii: "F"): value = UInt64(byte - UInt8(ascii: "A") + 10)
                default: return nil
                }
                if nibbles < 16 { words.high = words.high << 4 | value } else { words.low = words.low << 4 | value }
                nibbles += 1
            }
            position += 1
        }
        return position == 36 && nibbles == 32 ? words : nil
    }
}

/// Reads scalars out of UTF-8 that is known to be valid.
enum UTF8Scalars {
    /// The scalar that begins at `position`, and how many bytes it has.
    @inline(__always)
    static func scalar(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (scalar: Unicode.Scalar, size: Int) {
        let first = bytes[position]
        let size = size(of: first)
        guard size > 1 else { return (Unicode.Scalar(first), 1) }
        guard position + size <= bytes.count else { return ("\u{FFFD}", bytes.count - position) }
        var value = UInt32(first) & (0x7F >> UInt32(size))
        for next in bytes[position + 1..<position + size] { value = value << 6 | UInt32(next & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", size)
    }

    /// How many bytes the scalar has that begins with this one.
    private static func size(of byte: UInt8) -> Int {
        switch byte {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }
}

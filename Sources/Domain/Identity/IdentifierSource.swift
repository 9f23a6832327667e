/// Makes UUIDv7 identifiers (RFC 9562, section 5.7) from an instant and random bits that the caller supplies.
public enum IdentifierFormat {
    /// The 128 bits of a UUIDv7: 48 bits of milliseconds, version, 12 + 62 bits of `random`.
    public static func version7(at instant: Instant, random: (UInt64, UInt64)) -> (high: UInt64, low: UInt64) {
        let time = UInt64(bitPattern: instant.milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | random.0 & 0x0FFF
        let low = 0x8000_0000_0000_0000 | random.1 & 0x3FFF_FFFF_FFFF_FFFF
        return (high, low)
    }
}

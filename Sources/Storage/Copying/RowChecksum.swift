/// How many rows a table has and a sum over them that does not depend on their order: the same for the same rows in
/// whichever database they are.
public struct RowChecksum: Sendable, Hashable {
    public private(set) var rows = 0
    public private(set) var sum: UInt64 = 0

    public init() {}

    mutating func add(_ values: [SQLValue]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for value in values { value.mix(into: &hash) }
        rows += 1
        // The last multiplications spread every bit over all others, so that sums of similar rows differ.
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        sum &+= hash ^ (hash >> 33)
    }
}

extension SQLValue {
    /// Mixes the value in by FNV-1a, eight bytes at a time. An identifier counts as its bytes.
    fileprivate func mix(into hash: inout UInt64) {
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0x0000_0100_0000_01B3
            hash ^= hash >> 29
        }
        func mix(_ kind: UInt64, _ bytes: UnsafeBufferPointer<UInt8>) {
            mix(kind &+ UInt64(bytes.count) << 8)
            let raw = UnsafeRawBufferPointer(bytes)
            var place = 0
            while place + 8 <= raw.count {
                mix(UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                place += 8
            }
            var rest: UInt64 = 0
            while place < raw.count {
                rest = rest << 8 | UInt64(raw[place])
                place += 1
            }
            mix(rest)
        }
        switch self {
        case .null: mix(1)
        case .integer(let number):
            mix(2)
            mix(UInt64(bitPattern: number))
        case .real(let number):
            mix(3)
            mix(number.bitPattern)
        case .text(var text): text.withUTF8 { mix(4, $0) }
        case .bytes(let bytes): bytes.withUnsafeBufferPointer { mix(5, $0) }
        case .identifier(let high, let low):
            mix(5 &+ 16 << 8)
            mix(high)
            mix(low)
            mix(0)
        }
    }
}

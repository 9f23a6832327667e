/// FNV-1a, 64 bits: the same in every run and in the script that builds the taxonomy.
struct StableHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    init(_ text: String) { add(text.utf8) }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    mutating func add(_ scalar: Unicode.Scalar) {
        if scalar.isASCII { add(UInt8(scalar.value)) } else { for byte in String(scalar).utf8 { add(byte) } }
    }

    mutating func add(_ bytes: some Sequence<UInt8>) { for byte in bytes { add(byte) } }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { for byte in $0 { add(byte) } }
    }

    /// The value in 32 bits.
    var short: UInt32 { UInt32(truncatingIfNeeded: value ^ (value >> 32)) }
}

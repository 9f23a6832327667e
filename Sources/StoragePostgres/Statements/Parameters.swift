import Storage

/// The values of one statement in PostgreSQL's binary formats, as libpq takes them.
struct Parameters {
    let types: [UInt32]
    private var contents: [UInt8] = []
    /// Where each value begins; -1 for NULL.
    private var starts: [Int] = []
    private var lengths: [Int32] = []

    init(_ values: [SQLValue]) {
        types = values.map(\.typeNumber)
        contents.reserveCapacity(values.count * 16)
        starts.reserveCapacity(values.count)
        lengths.reserveCapacity(values.count)
        for value in values {
            let start = contents.count
            let isNull = !value.append(to: &contents)
            starts.append(isNull ? -1 : start)
            lengths.append(Int32(contents.count - start))
        }
    }

    var count: Int32 { Int32(types.count) }

    /// Lends the values, their lengths and their formats (all binary) in the form of libpq's functions.
    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        guard !types.isEmpty else { return body(nil, nil, nil) }
        // One byte more, so that an empty text at the end has an address too.
        return (contents + [0]).withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: CChar.self).baseAddress
            let values = starts.map { place in place < 0 ? nil : start.map { UnsafePointer($0 + place) } }
            let formats = [Int32](repeating: 1, count: types.count)
            return body(values, lengths, formats)
        }
    }
}

extension SQLValue {
    /// Appends the binary format of the value; `false` for NULL, which has none.
    func append(to contents: inout [UInt8]) -> Bool {
        switch self {
        case .null: return false
        case .integer(let number): contents.append(bigEndian: UInt64(bitPattern: number))
        case .real(let number): contents.append(bigEndian: number.bitPattern)
        case .text(let text): contents.append(contentsOf: text.utf8)
        case .bytes(let bytes): contents.append(contentsOf: bytes)
        case .identifier(let high, let low):
            contents.append(bigEndian: high)
            contents.append(bigEndian: low)
        }
        return true
    }
}

extension [UInt8] {
    /// Appends the bytes of a number in the order of the network.
    mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

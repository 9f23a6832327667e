import Domain

/// A token without case and accents, as UTF-8, and where each of its scalars begins.
struct FoldedToken {
    let bytes: [UInt8]

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var text = String.UnicodeScalarView()
        // The two apostrophes are one.
        for scalar in scalars { text.append(scalar == "’" ? "'" : scalar) }
        bytes = Array(Folding.key(String(text)).utf8)
    }

    init(mark: String) { bytes = Array(mark.utf8) }

    /// The first `count` scalars.
    func first(_ count: Int) -> ArraySlice<UInt8> {
        var seen = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if seen == count { return bytes[..<index] }
            seen += 1
        }
        return bytes[...]
    }

    /// The last `count` scalars.
    func last(_ count: Int) -> ArraySlice<UInt8> {
        var seen = 0
        for index in bytes.indices.reversed() where bytes[index] & 0xC0 != 0x80 {
            seen += 1
            if seen == count { return bytes[index...] }
        }
        return bytes[...]
    }
}

import Foundation

extension StringProtocol where UTF8View: BidirectionalCollection {
    /// Without the white space at both ends.
    var trimmed: String {
        // Foundation takes a microsecond to find that there is nothing to do.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) {
            return String(self)
        }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension String {
    /// For comparing: no case, no accents, words of letters and digits apart by one space.
    var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return asciiFolded }
        var result = ""
        var pendingSpace = false
        for scalar in decomposedStringWithCompatibilityMapping.unicodeScalars {
            let properties = scalar.properties
            if properties.canonicalCombiningClass != .notReordered { continue }
            if properties.isAlphabetic || properties.numericType != nil {
                if pendingSpace && !result.isEmpty { result.append(" ") }
                pendingSpace = false
                switch scalar {
                case "œ", "Œ": result += "oe"
                case "æ", "Æ": result += "ae"
                case "ß": result += "ss"
                default: result += properties.lowercaseMapping
                }
            } else {
                pendingSpace = true
            }
        }
        return result
    }

    private var asciiFolded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var pendingSpace = false
        for byte in utf8 {
            let isCapital = (0x41...0x5A).contains(byte)
            guard isCapital || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) else {
                pendingSpace = true
                continue
            }
            if pendingSpace, !bytes.isEmpty { bytes.append(0x20) }
            pendingSpace = false
            bytes.append(isCapital ? byte | 0x20 : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The folded words.
    var foldedWords: [String] { folded.split(separator: " ").map(String.init) }
}

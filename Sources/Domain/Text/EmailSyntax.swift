/// What counts as an e-mail address, for everybody who asks: a practical subset of RFC 5322. The local part is a
/// dot-atom (3.2.3) with letters of any script, 64 bytes at most; the host has two labels or more of letters and digits
/// of any script and hyphens that are not at their ends, 63 bytes each (RFC 1123), the last one not a number; the whole
/// has 254 bytes at most (RFC 5321).
public enum EmailSyntax {
    /// Whether the whole of `text` is one address. White space at its ends is not cut.
    public static func isAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 254 else { return false }
        // Most are ASCII, whose bytes are its scalars.
        let ofASCII = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 } ? isAddress(bytes.lazy.map { Unicode.Scalar($0) }) : nil
        }
        return ofASCII.flatMap(\.self) ?? isAddress(text.unicodeScalars)
    }

    private static func isAddress(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        var isHost = false
        var labels = 0
        // Bytes of the local part, or of the label.
        var length = 0
        var isNumber = true
        // A part begins as after a dot: with something else.
        var previous: Unicode.Scalar = "."
        for scalar in scalars {
            switch scalar {
            case "@":
                guard !isHost, previous != ".", length <= 64 else { return false }
                (isHost, length, previous) = (true, 0, ".")
                continue
            case "." where isHost:
                guard isLabel(length, endingWith: previous) else { return false }
                (labels, length, isNumber) = (labels + 1, -1, true)
            case ".":
                guard previous != "." else { return false }
            default:
                guard isHost ? isOfHost(scalar) && (scalar != "-" || previous != ".") : isOfAtom(scalar) else {
                    return false
                }
                isNumber = isNumber && ("0"..."9").contains(scalar)
            }
            length += UTF8.width(scalar)
            previous = scalar
        }
        return isHost && labels >= 1 && !isNumber && isLabel(length, endingWith: previous)
    }

    private static func isLabel(_ length: Int, endingWith last: Unicode.Scalar) -> Bool {
        length <= 63 && last != "." && last != "-"
    }

    private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": return true
        default:
            guard !scalar.isASCII else { return false }
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .spacingMark, .decimalNumber: return true
            default: return scalar.properties.isAlphabetic
            }
        }
    }

    /// Letters of any script and the signs of an atom; never blanks, controls or what needs quotes.
    private static func isOfAtom(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "<", ">", "[", "]", ",", ";", ":", "\\", "\"": return false
        case "!"..."~": return true
        default:
            guard !scalar.isASCII, !scalar.properties.isWhitespace else { return false }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
            default: return true
            }
        }
    }
}

/// What stands for a character where only ASCII can be shown.
public enum AsciiFallback {
    static func glyph(for glyph: Glyph) -> Glyph {
        Glyph(scalar: glyph.scalar < 0x80 ? glyph.scalar : scalar(for: glyph.scalar))
    }

    /// The ASCII stand-in of a scalar, `?` for a letter that has none.
    static func scalar(for value: UInt32) -> UInt32 {
        switch value {
        case 0x2500...0x2501, 0x2504...0x2505, 0x2508...0x2509, 0x2013...0x2015, 0x2212: ascii("-")
        case 0x2502...0x2503, 0x2506...0x2507, 0x250A...0x250B, 0x258F, 0x2595: ascii("|")
        case 0x250C...0x254B, 0x256D...0x2570: ascii("+")
        case 0x2550: ascii("=")
        case 0x2551: ascii("|")
        case 0x2552...0x256C: ascii("+")
        case 0x2581...0x2590, 0x2593...0x2594, 0x25A0, 0x25AA: ascii("#")
        case 0x2591...0x2592, 0x25A1, 0x25AB, 0x2606, 0xB7, 0x2026: ascii(".")
        case 0x25CF, 0x2022, 0x2605, 0x25C6: ascii("*")
        case 0x25CB, 0x25E6: ascii("o")
        case 0x2713...0x2714: ascii("v")
        case 0x2717...0x2718, 0xD7: ascii("x")
        case 0x25B2, 0x25B4, 0x2191: ascii("^")
        case 0x25BC, 0x25BE, 0x2193: ascii("v")
        case 0x25B6, 0x25B8, 0x2192, 0x203A, 0xBB: ascii(">")
        case 0x25C0, 0x25C2, 0x2190, 0x2039, 0xAB: ascii("<")
        case 0x21C5, 0x2195: ascii("|")
        case 0x2018, 0x2019: ascii("'")
        case 0x201C, 0x201D: ascii("\"")
        case 0x20AC: ascii("E")
        case 0xA0, 0x2000...0x200A, 0x202F: ascii(" ")
        default: letter(value)
        }
    }

    /// The base letter of an accented Latin one.
    private static func letter(_ value: UInt32) -> UInt32 {
        let plain: String =
            switch value {
            case 0xC0...0xC6: "A"
            case 0xC7: "C"
            case 0xC8...0xCB: "E"
            case 0xCC...0xCF: "I"
            case 0xD1: "N"
            case 0xD2...0xD6, 0xD8: "O"
            case 0xD9...0xDC: "U"
            case 0xDD: "Y"
            case 0xE0...0xE6: "a"
            case 0xE7: "c"
            case 0xE8...0xEB: "e"
            case 0xEC...0xEF: "i"
            case 0xF1: "n"
            case 0xF2...0xF6, 0xF8, 0x153: "o"
            case 0xF9...0xFC: "u"
            case 0xFD, 0xFF: "y"
            default: "?"
            }
        return plain.unicodeScalars.first?.value ?? 0x3F
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
}

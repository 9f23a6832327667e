/// How a scalar behaves in a row of cells.
enum ScalarClass {
    case narrow
    case wide
    /// Joins the glyph before it.
    case mark
    /// Zero width joiner.
    case joiner
    /// Asks for the emoji form of the glyph before it.
    case emojiSelector
    /// A skin tone: the glyph before it is drawn without it.
    case emojiModifier
    /// Half of a flag.
    case regionalIndicator
    /// White space that moves the cursor: drawn as a blank.
    case space
    /// Would act on the terminal or on the order of the text: drawn as U+FFFD.
    case unsafe

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x300 {
            switch value {
            case 0x09, 0x0A, 0x0D: self = .space
            case 0..<0x20, 0x7F..<0xA0: self = .unsafe
            default: self = .narrow
            }
            return
        }
        switch value {
        // Punctuation, and the signs that frames and bars are drawn with.
        case 0x2010...0x2027, 0x2500...0x25FC: self = .narrow
        case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x034F: self = .mark
        case 0x200C, 0xE0020...0xE007F: self = .mark
        case 0x200D: self = .joiner
        case 0xFE0F: self = .emojiSelector
        case 0x1F3FB...0x1F3FF: self = .emojiModifier
        case 0x1F1E6...0x1F1FF: self = .regionalIndicator
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: self = .mark
            case .format, .control, .surrogate, .lineSeparator, .paragraphSeparator: self = .unsafe
            default: self = value >= 0x1100 && WideRanges.contains(value) ? .wide : .narrow
            }
        }
    }
}

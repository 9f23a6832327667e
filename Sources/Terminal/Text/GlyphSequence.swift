/// Splits characters into glyphs that every terminal draws at the width counted here.
///
/// Terminals disagree about clusters, so a cluster is drawn as what they agree on: an emoji joined by ZWJ, or with a
/// skin tone, as its base; one made an emoji by U+FE0F as its base and a blank; a flag as its two letters. The width
/// stays that of the cluster, 2.
enum GlyphSequence {
    /// The same for a whole text. Where every scalar is a character by itself, the characters need not be found first.
    static func forEach(in text: some StringProtocol, _ body: (Glyph) -> Void) {
        if text.unicodeScalars.allSatisfy(standsAlone) {
            for scalar in text.unicodeScalars { single(scalar, body) }
        } else {
            for character in text { forEach(in: character, body) }
        }
    }

    /// Whether a scalar never becomes one character with those beside it (UAX 29), for the letters and signs that most
    /// texts are of.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0D: false
        case 0..<0x300, 0x2010...0x20CF, 0x2100...0x2BFF, 0x4E00...0x9FFF: true
        default: false
        }
    }

    static func forEach(in character: Character, _ body: (Glyph) -> Void) {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return }
        if scalars.count == 1 || first.value == 0x0D {
            single(first, body)
            return
        }
        if ScalarClass(first) == .regionalIndicator {
            for scalar in scalars where ScalarClass(scalar) == .regionalIndicator { single(scalar, body) }
            return
        }
        cluster(scalars, body)
    }

    private static func single(_ scalar: Unicode.Scalar, _ body: (Glyph) -> Void) {
        switch ScalarClass(scalar) {
        case .narrow: body(Glyph(scalar: scalar.value == 0xAD ? 0x2D : scalar.value))
        case .wide, .emojiModifier: body(Glyph(scalar: scalar.value, width: 2))
        case .regionalIndicator: body(Glyph(scalar: scalar.value - 0x1F1E6 + 0x41))
        case .space: body(.blank)
        case .mark, .emojiSelector: break
        case .unsafe, .joiner: body(.replacement)
        }
    }

    private static func cluster(_ scalars: Character.UnicodeScalarView, _ body: (Glyph) -> Void) {
        var current: Glyph?
        var joined = false
        for scalar in scalars {
            switch ScalarClass(scalar) {
            case .mark:
                if scalar.value != 0x200C, scalar.value < 0xE0000, !joined { current?.add(mark: scalar.value) }
            case .emojiSelector:
                current?.width = 2
            case .emojiModifier:
                current?.width = 2
            case .joiner:
                // Between letters (Indic conjuncts, Persian) a joiner only shapes; between emoji it makes one of two.
                joined = current.map { isPictograph($0.scalar) } ?? false
                if joined { current?.width = 2 }
            case .narrow, .wide, .regionalIndicator, .space, .unsafe:
                if joined { continue }
                if let current { body(current) }
                current = nil
                single(scalar) { current = $0 }
            }
        }
        if let current { body(current) }
    }

    private static func isPictograph(_ value: UInt32) -> Bool {
        Unicode.Scalar(value)?.properties.isEmoji ?? false
    }
}

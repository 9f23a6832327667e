extension CellText {
    /// The text as it may be printed on a terminal outside the workstation's screen: nothing in it can move the cursor,
    /// change a colour or reverse the direction of writing. Line ends stay where `keepingLines` says so; every other
    /// control character is gone or replaced.
    public static func printable(_ text: String, keepingLines: Bool = false) -> String {
        if asciiCount(text) != nil { return text }
        var result = ""
        for character in text {
            if character.isNewline {
                result.append(keepingLines ? "\n" : " ")
            } else if character.unicodeScalars.allSatisfy(isPlain) {
                result.append(character)
            } else {
                GlyphSequence.forEach(in: character) { $0.write(to: &result) }
            }
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch ScalarClass(scalar) {
        case .narrow, .wide: true
        case .mark: scalar.value < 0xE0000
        default: scalar == " "
        }
    }
}

import CNcurses

/// Makes sure that ncurses, which asks the C library, counts the same columns as the cell buffer.
enum SafeWidth {
    /// The columns that the C library counts: 0 for marks, −1 for what it does not know.
    static func measured(_ scalar: UInt32) -> Int { Int(rp_width(scalar)) }

    /// Changes a glyph that the C library measures differently; true when its right half must be drawn as a blank.
    static func adjust(_ glyph: inout Glyph) -> Bool {
        if glyph.scalar < 0x7F { return glyph.width == 2 }
        let measured = self.measured(glyph.scalar)
        if measured == Int(glyph.width) { return false }
        let isWide = glyph.width == 2
        // A text character shown as an emoji: narrow, and a blank. Anything else is unknown to the C library.
        if !(isWide && measured == 1 && !WideRanges.contains(glyph.scalar)) {
            glyph = self.measured(0xFFFD) == 1 ? .replacement : Glyph(scalar: 0x3F)
        }
        glyph.width = 1
        return isWide
    }
}

import CNcurses

/// Makes sure that ncurses, which asks the C library, counts the same columns as the cell buffer.
enum SafeWidth {
    /// Changes a glyph that the C library measures differently; true when its right half must be drawn as a blank.
    static func adjust(_ glyph: inout Glyph) -> Bool {
        if glyph.scalar < 0x7F { return glyph.width == 2 }
        let measured = rp_width(glyph.scalar)
        if measured == Int32(glyph.width) { return false }
        let isWide = glyph.width == 2
        // A text character shown as an emoji: narrow, and a blank. Anything else is unknown to the C library.
        if !(isWide && measured == 1 && !WideRanges.contains(glyph.scalar)) {
            glyph = rp_width(0xFFFD) == 1 ? .replacement : Glyph(scalar: 0x3F)
        }
        glyph.width = 1
        return isWide
    }
}

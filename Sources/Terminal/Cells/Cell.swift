/// One column of one row.
public struct Cell: Hashable, Sendable {
    public internal(set) var glyph: Glyph
    public internal(set) var style: Style

    init(glyph: Glyph = .blank, style: Style = .text) {
        self.glyph = glyph
        self.style = style
    }
}

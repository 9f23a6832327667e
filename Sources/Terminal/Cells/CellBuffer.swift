/// A frame: a flat array of cells that screens draw on through a `Canvas`.
///
/// Whatever is drawn is made safe here, once: control and bidi characters never reach a cell. Overwriting half of a
/// wide character blanks its other half; a wide character that does not fit its row or clip becomes a blank.
public final class CellBuffer {
    public private(set) var size: Size
    /// Draws lines, bars and marks with ASCII: for a locale that is not UTF-8.
    public let asciiOnly: Bool
    /// One thread draws a frame, so no access is checked: checking took a fifth of what a key takes.
    @exclusivity(unchecked) private(set) var cells: [Cell]

    public init(size: Size, asciiOnly: Bool = false) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        self.asciiOnly = asciiOnly
        cells = Array(repeating: Cell(), count: self.size.width * self.size.height)
    }

    /// The whole buffer to draw on.
    public var canvas: Canvas { Canvas(buffer: self, frame: Rect(size: size), clip: Rect(size: size)) }

    /// Changes the size and blanks everything.
    public func resize(to size: Size) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: Cell(), count: self.size.width * self.size.height)
    }

    /// Blanks everything.
    public func clear(style: Style = .text) {
        let blank = Cell(style: style)
        for index in cells.indices { cells[index] = blank }
    }

    /// The same frame in a buffer of its own.
    public func copy() -> CellBuffer {
        let copy = CellBuffer(size: size, asciiOnly: asciiOnly)
        copy.cells = cells
        return copy
    }

    /// The cell at a place inside the buffer.
    public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

    /// Draws a glyph. `limit` is the first column that must not be touched.
    func set(_ glyph: Glyph, x: Int, y: Int, limit: Int, style: Style) {
        let row = y * size.width
        releaseHalves(x, row)
        guard glyph.width == 2, !asciiOnly else {
            let isWide = glyph.width == 2
            let glyph = asciiOnly ? AsciiFallback.glyph(for: glyph) : glyph
            cells[row + x] = Cell(glyph: glyph, style: style)
            if isWide, x + 1 < min(limit, size.width) { set(.blank, x: x + 1, y: y, limit: limit, style: style) }
            return
        }
        guard x + 1 < min(limit, size.width) else {
            cells[row + x] = Cell(style: style)
            return
        }
        releaseHalves(x + 1, row)
        cells[row + x] = Cell(glyph: glyph, style: style)
        cells[row + x + 1] = Cell(glyph: .rightHalf, style: style)
    }

    /// Draws one narrow glyph over a part of a row.
    func fill(_ columns: Range<Int>, y: Int, with glyph: Glyph, style: Style) {
        guard let first = columns.first, let last = columns.last else { return }
        let row = y * size.width
        releaseHalves(first, row)
        releaseHalves(last, row)
        let cell = Cell(glyph: asciiOnly ? AsciiFallback.glyph(for: glyph) : glyph, style: style)
        for x in columns { cells[row + x] = cell }
    }

    /// Changes the style of a cell, and of the other half of a wide one.
    func restyle(x: Int, y: Int, _ style: Style) {
        let index = y * size.width + x
        cells[index].style = style
        if cells[index].glyph.width == 2, x + 1 < size.width { cells[index + 1].style = style }
        if cells[index].glyph.width == 0, x > 0 { cells[index - 1].style = style }
    }

    /// Blanks the other half of a wide character that is about to lose the half at `x`.
    private func releaseHalves(_ x: Int, _ row: Int) {
        switch cells[row + x].glyph.width {
        case 0 where x > 0 && cells[row + x - 1].glyph.width == 2: cells[row + x - 1].glyph = .blank
        case 2 where x + 1 < size.width: cells[row + x + 1].glyph = .blank
        default: break
        }
        if cells[row + x].glyph.width != 1 { cells[row + x].glyph = .blank }
    }
}

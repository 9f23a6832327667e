/// A clipped part of a buffer with its own coordinates: (0, 0) is its top left.
///
/// A canvas is a cheap value; hand a part of it to whoever draws there with `subview(_:)`. Drawing outside is cut.
public struct Canvas {
    let buffer: CellBuffer
    /// Where it lies in the buffer; may reach beyond the clip.
    let frame: Rect
    /// What may be touched, in the coordinates of the buffer.
    let clip: Rect

    public var size: Size { frame.size }
    public var width: Int { frame.width }
    public var height: Int { frame.height }
    /// Its own rectangle, with origin (0, 0).
    public var bounds: Rect { Rect(size: frame.size) }
    /// Its place in the whole frame, for mouse hits and the terminal's cursor.
    public var origin: Point { frame.origin }

    /// A part of it, in its coordinates. What lies outside of this canvas is cut.
    public func subview(_ rect: Rect) -> Canvas {
        let moved = Rect(x: frame.x + rect.x, y: frame.y + rect.y, width: rect.width, height: rect.height)
        return Canvas(buffer: buffer, frame: moved, clip: clip.intersection(moved))
    }

    /// A place of this canvas in the coordinates of the frame.
    public func absolute(_ point: Point) -> Point { Point(x: frame.x + point.x, y: frame.y + point.y) }

    /// Draws a text on one row and returns the columns that it took.
    ///
    /// With `maxWidth`, a longer text ends with `…`; it is cut at the edge of the canvas all the same.
    @discardableResult
    public func put(_ text: String, at point: Point, style: Style = .text, maxWidth: Int? = nil) -> Int {
        var text = text
        if let maxWidth {
            if maxWidth <= 0 { return 0 }
            text = CellText.truncate(text, to: maxWidth)
        }
        let y = frame.y + point.y
        let start = frame.x + point.x
        var x = start
        guard y >= clip.y, y < clip.maxY else { return CellText.width(text) }
        if CellText.asciiCount(text) != nil {
            for byte in text.utf8 { draw(Glyph(scalar: UInt32(byte)), &x, y, style) }
        } else {
            GlyphSequence.forEach(in: text) { draw($0, &x, y, style) }
        }
        return x - start
    }

    /// Draws a text so that it ends before column `right`.
    @discardableResult
    public func putRight(_ text: String, right: Int, y: Int, style: Style = .text, maxWidth: Int? = nil) -> Int {
        let cut = maxWidth.map { CellText.truncate(text, to: $0) } ?? text
        return put(cut, at: Point(x: right - CellText.width(cut), y: y), style: style)
    }

    /// Fills a rectangle, the whole canvas without one.
    public func fill(_ rect: Rect? = nil, with character: Character = " ", style: Style = .text) {
        guard let visible = visible(rect) else { return }
        var glyph = Glyph.blank
        GlyphSequence.forEach(in: character) { glyph = $0 }
        for y in visible.y..<visible.maxY {
            guard glyph.width > 1 else {
                buffer.fill(visible.x..<visible.maxX, y: y, with: glyph, style: style)
                continue
            }
            var x = visible.x
            while x < visible.maxX { draw(glyph, &x, y, style) }
        }
    }

    /// Changes the style of what is already drawn.
    public func restyle(_ rect: Rect? = nil, _ style: Style) {
        guard let visible = visible(rect) else { return }
        for y in visible.y..<visible.maxY {
            for x in visible.x..<visible.maxX { buffer.restyle(x: x, y: y, style) }
        }
    }

    /// The part of a rectangle that may be touched, in the coordinates of the buffer.
    private func visible(_ rect: Rect?) -> Rect? {
        let rect = rect ?? bounds
        let moved = Rect(x: frame.x + rect.x, y: frame.y + rect.y, width: rect.width, height: rect.height)
        let visible = moved.intersection(clip)
        return visible.isEmpty ? nil : visible
    }

    private func draw(_ glyph: Glyph, _ x: inout Int, _ y: Int, _ style: Style) {
        if x >= clip.x, x < clip.maxX {
            buffer.set(glyph, x: x, y: y, limit: clip.maxX, style: style)
        } else if x == clip.x - 1, glyph.width == 2, !clip.isEmpty {
            buffer.set(.blank, x: clip.x, y: y, limit: clip.maxX, style: style)
        }
        x += Int(glyph.width)
    }
}

import CNcurses
import Glibc

/// Compares a frame with what is shown and gives ncurses the cells that differ.
struct Painter {
    private let depth: ColorDepth
    private var pairs: PairCache?
    private var pens: PenTable?
    private var frame: (size: Size, cells: [Cell]) = (.zero, [])
    private var shown: [Ink] = []
    private var cursor: Point?
    private var hasCursor = false
    /// The pen of the cell that was written last in this frame; ncurses begins each without one.
    private var hand: UInt16?
    private var output: [cchar_t] = []

    init(depth: ColorDepth) { self.depth = depth }

    /// Called once ncurses knows its colours.
    mutating func begin() { pairs = PairCache() }

    /// Forgets what is shown.
    mutating func forget() { frame = (.zero, []) }

    /// Hands the differences to ncurses; false when there are none.
    mutating func paint(_ next: CellBuffer, theme: Theme, in size: Size) -> Bool {
        if pens?.theme != theme {
            pens = PenTable(theme: theme, depth: depth)
            frame = (.zero, [])
            setBackground()
        }
        let width = min(next.size.width, size.width)
        let height = min(next.size.height, size.height)
        let whole = frame.size != next.size
        if whole {
            _ = rp_erase()
            let blank = Ink(glyph: .blank, pen: penIndex(.text))
            shown = Array(repeating: blank, count: next.size.width * next.size.height)
        }
        var changed = whole
        hand = nil
        for y in 0..<height {
            let range = (y * next.size.width)..<(y * next.size.width + width)
            if !whole, next.cells[range] == frame.cells[range] { continue }
            if paintRow(next.cells[range], y: y, start: range.lowerBound) { changed = true }
        }
        frame = (next.size, next.cells)
        return changed
    }

    /// Places or hides the terminal's cursor; false when it is already so.
    mutating func place(_ next: Point?, force: Bool) -> Bool {
        if next == nil, !hasCursor { return false }
        if next == cursor, hasCursor, !force { return false }
        if let next {
            if !hasCursor {
                _ = rp_leave_cursor(0)
                _ = curs_set(1)
            }
            _ = rp_move(Int32(next.y), Int32(next.x))
        } else {
            _ = curs_set(0)
            _ = rp_leave_cursor(1)
        }
        hasCursor = next != nil
        cursor = next
        return true
    }

    /// The cells with the pens to write them with.
    private mutating func inks(of cells: ArraySlice<Cell>) -> [Ink]? {
        var inks: [Ink] = []
        inks.reserveCapacity(cells.count)
        var last: (pen: Pen, index: UInt16)?
        for cell in cells {
            guard let pen = pens?[cell.style] else { return nil }
            if let last, pen == last.pen {
                inks.append(Ink(glyph: cell.glyph, pen: last.index))
                continue
            }
            let index = pairs?.index(of: pen) ?? 0
            last = (pen, index)
            inks.append(Ink(glyph: cell.glyph, pen: index))
        }
        return inks
    }

    private mutating func paintRow(_ cells: ArraySlice<Cell>, y: Int, start: Int) -> Bool {
        guard var inks = inks(of: cells) else { return false }
        var blanks = BlankInks(pens: pairs?.pens ?? [], background: penIndex(.text), hand: hand)
        blanks.settle(&inks, over: shown[start..<(start + inks.count)])
        hand = blanks.hand
        var changed = false
        var x = 0
        while x < inks.count {
            if inks[x] == shown[start + x] {
                x += 1
                continue
            }
            var end = x
            while end < inks.count, inks[end] != shown[start + end] { end += 1 }
            var from = x
            if inks[from].glyph.width == 0, from > 0 { from -= 1 }
            if end < inks.count, inks[end].glyph.width == 0 { end += 1 }
            give(inks[from..<end], x: from, y: y)
            changed = true
            x = end
        }
        for (offset, ink) in inks.enumerated() { shown[start + offset] = ink }
        return changed
    }

    private mutating func give(_ inks: ArraySlice<Ink>, x: Int, y: Int) {
        output.removeAll(keepingCapacity: true)
        var halfIsBlank = false
        // A cell of one character with the pen that was used last: ncurses takes long to make one.
        var last: (pen: UInt16, cell: cchar_t)?
        for ink in inks {
            guard let entry = pairs?.table[Int(ink.pen)] else { return }
            var glyph = ink.glyph
            if glyph.width == 0 {
                guard halfIsBlank else { continue }
                glyph = .blank
            }
            halfIsBlank = SafeWidth.adjust(&glyph)
            var cell = cchar_t()
            if glyph.mark == 0, var alike = last, alike.pen == ink.pen {
                rp_set_alike(&cell, &alike.cell, glyph.scalar)
            } else {
                _ = rp_set_cell(&cell, glyph.scalar, glyph.mark, glyph.secondMark, entry.bits, entry.pair)
                if glyph.mark == 0 { last = (ink.pen, cell) }
            }
            output.append(cell)
        }
        _ = rp_put_cells(Int32(y), Int32(x), output, Int32(output.count))
    }

    private mutating func penIndex(_ style: Style) -> UInt16 {
        guard let pen = pens?[style] else { return 0 }
        return pairs?.index(of: pen) ?? 0
    }

    private mutating func setBackground() {
        let index = penIndex(.text)
        guard let entry = pairs?.table[Int(index)] else { return }
        _ = rp_set_background(entry.bits, entry.pair)
        _ = rp_clear_all()
    }
}

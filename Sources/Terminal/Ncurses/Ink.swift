/// A cell as it was given to ncurses: what it shows, and the place of its pen in the `PairCache`.
struct Ink: Equatable {
    var glyph: Glyph
    var pen: UInt16
}

/// Chooses the pens of blanks. A blank shows only its background, so it can take any pen that has the same one: that of
/// the words before it costs no bytes, where a pen of its own costs some twenty, twice.
struct BlankInks {
    /// ncurses writes so many unchanged cells again rather than move the cursor over them.
    private static let bridge = 7
    /// From so many blanks at the end of a row on, setting the pen of the background and erasing costs less.
    private static let erasable = 24

    /// The pens by their place.
    let pens: [Pen]
    /// The pen of the background, with which ncurses erases to the end of a row.
    let background: UInt16
    /// The pen of what was written last in this frame.
    var hand: UInt16?

    /// Settles the pens of the blanks in a row's cells, which come with those of their styles, over what is shown.
    mutating func settle(_ inks: inout [Ink], over shown: ArraySlice<Ink>) {
        let start = shown.startIndex
        func isChanged(_ index: Int) -> Bool {
            let before = shown[start + index]
            guard inks[index].glyph.isBlank, before.glyph.isBlank else { return inks[index] != before }
            return !isAlike(inks[index].pen, before.pen)
        }
        let tail = tail(of: inks)
        var last: Int?
        for index in inks.indices {
            guard isChanged(index) else {
                inks[index].pen = shown[start + index].pen
                continue
            }
            if let last, index - last - 1 <= Self.bridge {
                for gap in inks.indices[(last + 1)..<index] { take(&inks[gap]) }
            }
            if index >= tail, hand == background || inks.count - index >= Self.erasable {
                erase(&inks, from: index)
                return
            }
            take(&inks[index])
            last = index
        }
    }

    /// Writes a cell: a blank with the pen at hand, where it has the same background.
    private mutating func take(_ ink: inout Ink) {
        if ink.glyph.isBlank, let hand, isAlike(ink.pen, hand) { ink.pen = hand }
        hand = ink.pen
    }

    /// Where the blanks at the end of a row begin that look like the background.
    private func tail(of inks: [Ink]) -> Int {
        var first = inks.count
        while first > 0, inks[first - 1].glyph.isBlank, isAlike(inks[first - 1].pen, background) { first -= 1 }
        return first
    }

    /// Gives all cells from `index` on the pen of the background.
    private mutating func erase(_ inks: inout [Ink], from index: Int) {
        for place in index..<inks.count { inks[place].pen = background }
        hand = background
    }

    private func isAlike(_ first: UInt16, _ second: UInt16) -> Bool {
        first == second || pens[Int(first)].blanksLike(pens[Int(second)])
    }
}

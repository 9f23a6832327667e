extension CellText {
    /// The text in rows no wider than `width`, broken at blanks, inside a word only when it is wider than a row.
    ///
    /// Line breaks of the text are kept; blanks at a break are dropped.
    public static func wrap(_ text: String, to width: Int) -> [String] {
        wrapRanges(text, to: width).map { String(text[$0]) }
    }

    /// The rows of `wrap` as ranges of the text, so that a cursor can be placed in them.
    public static func wrapRanges(_ text: String, to width: Int) -> [Range<String.Index>] {
        let width = max(1, width)
        var rows: [Range<String.Index>] = []
        var lineStart = text.startIndex
        while true {
            let lineEnd = text[lineStart...].firstIndex(where: \.isNewline) ?? text.endIndex
            wrapLine(text, lineStart..<lineEnd, width, &rows)
            if lineEnd == text.endIndex { return rows }
            lineStart = text.index(after: lineEnd)
        }
    }

    private static func wrapLine(
        _ text: String, _ line: Range<String.Index>, _ width: Int, _ rows: inout [Range<String.Index>]
    ) {
        var start = line.lowerBound
        var index = start
        var used = 0
        // The end of the last word that fits, and where the next one begins.
        var breakEnd: String.Index?
        var breakNext = start
        while index < line.upperBound {
            let character = text[index]
            let next = text.index(after: index)
            let columns = self.width(character)
            if character == " " || character == "\t" {
                if index > start, breakEnd == nil || breakNext != index { breakEnd = index }
                breakNext = next
            } else if used + columns > width, index > start {
                if let end = breakEnd {
                    rows.append(start..<end)
                    start = breakNext
                } else {
                    rows.append(start..<index)
                    start = index
                }
                breakEnd = nil
                used = start < index ? self.width(text[start..<index]) : 0
            }
            used += columns
            index = next
        }
        var end = line.upperBound
        if self.width(text[start..<end]) > width, let last = breakEnd { end = last }
        rows.append(start..<end)
    }
}

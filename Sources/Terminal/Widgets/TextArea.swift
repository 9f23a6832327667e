/// Several lines of input, wrapped to the width and scrolled.
public struct TextArea: Hashable, Sendable {
    public var edited: EditedText
    private var firstRow = 0
    private var width = 40

    public init(_ text: String = "", limit: Int = 100_000) { edited = EditedText(text, limit: limit) }

    public var text: String { edited.text }

    public mutating func type(_ key: Key) -> Bool {
        guard let character = key.typed else { return false }
        edited.insert(String(character))
        return true
    }

    public mutating func paste(_ text: String) { edited.insert(text) }

    /// Carries out an editing command; up and down go by the rows of the last drawing, and are false at the ends.
    public mutating func apply(_ command: TextCommand) -> Bool {
        guard command == .up || command == .down else { return edited.apply(command) }
        let rows = CellText.wrapRanges(edited.text, to: width)
        let row = cursorRow(rows)
        let target = row + (command == .up ? -1 : 1)
        guard rows.indices.contains(target) else { return false }
        let column = CellText.width(edited.text[rows[row].lowerBound..<edited.cursor])
        var index = rows[target].lowerBound
        var used = 0
        while index < rows[target].upperBound {
            used += CellText.width(edited.text[index])
            if used > column { break }
            index = edited.text.index(after: index)
        }
        edited.place(index)
        return true
    }

    /// Draws it and returns where the terminal's cursor belongs.
    @discardableResult
    public mutating func draw(on canvas: Canvas, style: Style = .formField) -> Point {
        // One column is left for the cursor behind a full row.
        width = max(1, canvas.width - 1)
        canvas.fill(style: style)
        let rows = CellText.wrapRanges(edited.text, to: width)
        let row = cursorRow(rows)
        firstRow = min(firstRow, row, max(0, rows.count - 1))
        firstRow = max(firstRow, row - max(1, canvas.height) + 1)
        for (y, range) in rows.dropFirst(firstRow).prefix(canvas.height).enumerated() {
            canvas.put(String(edited.text[range]), at: Point(x: 0, y: y), style: style)
        }
        let column = CellText.width(edited.text[rows[row].lowerBound..<edited.cursor])
        return Point(x: min(column, width), y: row - firstRow)
    }

    private func cursorRow(_ rows: [Range<String.Index>]) -> Int {
        max(0, (rows.firstIndex { $0.lowerBound > edited.cursor } ?? rows.count) - 1)
    }
}

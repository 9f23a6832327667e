import Terminal

/// A table of texts with aligned columns that fits a width.
struct TextTable {
    var heads: [String]
    private var rows: [[String]] = []
    /// No column but the last is wider than this.
    private let widest: Int

    init(_ heads: [String], widest: Int = 40) {
        self.heads = heads
        self.widest = widest
    }

    /// Adds a row; what could act on a terminal is taken out.
    mutating func add(_ cells: [String]) { rows.append(cells.map(Printing.clean)) }

    var isEmpty: Bool { rows.isEmpty }

    /// The lines of the table, no wider than `width`: the last columns give way first.
    func lines(width: Int, paint: Paint) -> [String] {
        var widths = heads.indices.map { column in
            rows.reduce(CellText.width(heads[column])) { max($0, CellText.width($1[column])) }
        }
        for column in widths.indices.dropLast() { widths[column] = min(widths[column], widest) }
        var shown = widths.count
        // A column that would have fewer than eight places is left out, unless it is the first.
        while shown > 1, widths.prefix(shown - 1).reduce(0, { $0 + $1 + 2 }) + min(8, widths[shown - 1]) > width {
            shown -= 1
        }
        let before = widths.prefix(shown - 1).reduce(0) { $0 + $1 + 2 }
        widths[shown - 1] = min(widths[shown - 1], max(8, width - before))
        let head = line(heads, widths, shown)
        return [paint.strong(head)] + rows.map { line($0, widths, shown) }
    }

    private func line(_ cells: [String], _ widths: [Int], _ shown: Int) -> String {
        var text = ""
        for column in 0..<shown {
            let isLast = column == shown - 1
            let cell = CellText.truncate(cells[column], to: widths[column])
            text += isLast ? cell : CellText.padRight(cell, to: widths[column]) + "  "
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}

import Domain
import Scrolling
import Terminal
import Workstation

/// A table with a line above that says what it is narrowed to: what the screens of candidates and jobs share.
struct TableView<Row: Sendable & Identifiable> where Row.ID: Sendable {
    let list: RowList<Row>
    let columns: [TableColumn]
    /// The column that orders, and which way.
    let sorted: (column: String, isDescending: Bool)
    let isFocused: Bool
    /// The texts of a row, one a column.
    let cells: (Row) -> [String]
    let style: (Row, _ column: Int) -> Style

    /// Columns left of the first for the mark of selected rows.
    private static var markWidth: Int { 2 }

    /// Draws heads and rows on a canvas without the line above.
    func draw(on canvas: Canvas, in context: DrawingContext) {
        let layout = TableLayout(columns, width: max(0, canvas.width - Self.markWidth - 2))
        drawHeads(layout, on: canvas, in: context)
        let body = canvas.subview(Rect(x: 0, y: 1, width: canvas.width, height: canvas.height - 1))
        for (y, index) in list.window.visible.enumerated() {
            guard let row = list[index] else { continue }
            draw(row, index, layout, y: y, on: body, in: context)
        }
        body.scrollbar(list.wholeWindow, rect: body.bounds)
    }

    private func drawHeads(_ layout: TableLayout, on canvas: Canvas, in context: DrawingContext) {
        let part = canvas.subview(
            Rect(x: Self.markWidth, y: 0, width: canvas.width - Self.markWidth, height: 1))
        let titles = columns.map { column in
            column.id == sorted.column ? column.title + (sorted.isDescending ? " ▼" : " ▲") : column.title
        }
        layout.draw(titles, columns: columns, on: part, y: 0) { index in
            columns[index].id == sorted.column ? .tableSorted : .tableHead
        }
        for slot in layout.slots {
            context.hit(
                Rect(x: slot.x, y: 0, width: slot.width, height: 1), of: part, .columnHead(slot.column))
        }
    }

    private func draw(
        _ row: Row, _ index: Int, _ layout: TableLayout, y: Int, on body: Canvas, in context: DrawingContext
    ) {
        let line = Rect(x: 0, y: y, width: max(0, body.width - 1), height: 1)
        let part = body.subview(
            Rect(x: Self.markWidth, y: y, width: max(0, line.width - Self.markWidth), height: 1))
        layout.draw(cells(row), columns: columns, on: part, y: 0) { style(row, $0) }
        let isSelected = list.isSelected(row)
        if isSelected { body.put("✓", at: Point(x: 0, y: y), style: .markSelected) }
        if index == list.window.cursor {
            body.restyle(line, isFocused ? .selectionCursor : .selection)
        } else if isSelected {
            body.restyle(line.inset(left: Self.markWidth), .selection)
        }
        context.hit(line, of: body, .row(index))
    }
}

extension RowList {
    /// The window over the whole list, for a scrollbar: rows that are not in memory count too.
    var wholeWindow: ListWindow {
        var whole = ListWindow(count: max(total, window.count), height: window.height)
        let first = isFromEnd && isTotalExact ? max(0, whole.count - window.count + window.offset) : window.offset
        whole.scroll(by: isFromEnd && !isTotalExact ? whole.count - window.count + window.offset : first)
        return whole
    }
}

/// The line above a table: what it is narrowed to, and the place in the whole; below it a rule, or what is wrong with
/// the search.
struct TableTop {
    let title: String
    let text: String
    let place: String
    let problem: String?

    func draw(on canvas: Canvas, in context: DrawingContext) {
        let taken = canvas.putRight(place, right: canvas.width - 1, y: 0, style: .textDim, maxWidth: canvas.width / 2)
        var x = 1
        let end = canvas.width - taken - 3
        x += canvas.put(title, at: Point(x: x, y: 0), style: .textDim, maxWidth: end - x)
        if !text.isEmpty { canvas.put("/" + text, at: Point(x: x + 3, y: 0), style: .accent, maxWidth: end - x - 3) }
        canvas.horizontalRule(at: Point(x: 0, y: 1), width: canvas.width)
        if let problem {
            canvas.put(" \(problem) ", at: Point(x: 1, y: 1), style: .error, maxWidth: canvas.width - 2)
        }
    }

    /// `12 of 5,031`, and how many are selected.
    static func place<Row>(_ list: RowList<Row>, _ context: DrawingContext) -> String {
        guard list.isLoaded else { return context.say(Phrase(en: "reading…", fr: "lecture…")) }
        let total = NumberWords.count(list.total, isExact: list.isTotalExact, context.language)
        let position =
            list.isFromEnd && !list.isTotalExact ? "…" : NumberWords.count(list.position, context.language)
        var text =
            list.isEmpty ? "0" : context.say(Phrase(en: "\(position) of \(total)", fr: "\(position) sur \(total)"))
        if !list.selected.isEmpty {
            let selected = NumberWords.count(list.selected.count, context.language)
            text = context.say(Phrase(en: "\(selected) selected", fr: "\(selected) sélectionnés")) + " · " + text
        }
        return text
    }
}

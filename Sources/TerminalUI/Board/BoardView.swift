import Domain
import Engine
import Scrolling
import Terminal
import Workstation

/// The kanban board with the profile of the card that has the cursor.
enum BoardView {
    static func draw(_ board: Board, on canvas: Canvas, in context: DrawingContext) {
        let layout = BoardLayout(canvas.size, board: board)
        BoardFilterView.draw(board, on: canvas.subview(layout.filter), in: context)
        if let strip = layout.strip { drawStrip(board, on: canvas.subview(strip), in: context) }
        for (place, index) in board.stages.visible.enumerated() where place < layout.columns.count {
            drawColumn(board, index, layout.columns[place], layout, on: canvas, in: context)
        }
        if let profile = layout.profile { drawProfile(board, profile, on: canvas, in: context) }
    }

    /// The stages that are out of sight, with their counts.
    private static func drawStrip(_ board: Board, on canvas: Canvas, in context: DrawingContext) {
        let visible = board.stages.visible
        func label(_ index: Int) -> String {
            "\(context.say(board.columns[index].status.title)) \(count(board.columns[index], context))"
        }
        var x = 1
        for index in 0..<visible.lowerBound {
            let width = canvas.put((index == 0 ? "◂ " : "") + label(index), at: Point(x: x, y: 0), style: .textDim)
            context.hit(Rect(x: x, y: 0, width: width, height: 1), of: canvas, .stage(index))
            x += width + 2
        }
        var right = canvas.width - 1
        for index in (visible.upperBound..<board.columns.count).reversed() {
            let text = label(index) + (index == board.columns.count - 1 ? " ▸" : "")
            let width = CellText.width(text)
            guard right - width > x else { return }
            canvas.put(text, at: Point(x: right - width, y: 0), style: .textDim)
            context.hit(Rect(x: right - width, y: 0, width: width, height: 1), of: canvas, .stage(index))
            right -= width + 2
        }
    }

    private static func count(_ column: Board.Column, _ context: DrawingContext) -> String {
        guard column.list.isLoaded else { return "…" }
        return NumberWords.count(column.count, isExact: column.isCountExact, context.language)
    }

    private static func drawColumn(
        _ board: Board, _ index: Int, _ rect: Rect, _ layout: BoardLayout, on canvas: Canvas,
        in context: DrawingContext
    ) {
        let column = board.columns[index]
        let isCurrent = index == board.stages.cursor
        let head = canvas.subview(Rect(x: rect.x, y: layout.heads.y, width: rect.width, height: 1))
        drawHead(board, column, isCurrent, on: head, in: context)
        context.hit(Rect(x: rect.x, y: layout.heads.y, width: rect.width, height: 2), of: canvas, .stage(index))
        canvas.horizontalRule(
            at: Point(x: rect.x, y: layout.heads.y + 1), width: rect.width, style: isCurrent ? .accent : .rule)
        let list = column.list
        for row in list.window.visible {
            guard let card = list[row] else { continue }
            let y = rect.y + (row - list.window.offset) * layout.cardHeight
            let place = Rect(x: rect.x, y: y, width: rect.width, height: min(3, layout.cardHeight))
            let hasCursor = isCurrent && row == list.window.cursor
            CardView.draw(
                card,
                state: CardView.State(
                    hasCursor: hasCursor, isFocused: board.focus == .list, isSelected: list.isSelected(card),
                    isPending: board.pending.contains(card.id)),
                on: canvas.subview(place), in: context)
            context.hit(place, of: canvas, .card(column: index, index: row))
        }
        drawRest(list, top: rect.y, Point(x: rect.x, y: rect.maxY - 1), rect.width, on: canvas, in: context)
    }

    private static let barWidth = 5

    private static func drawHead(
        _ board: Board, _ column: Board.Column, _ isCurrent: Bool, on canvas: Canvas,
        in context: DrawingContext
    ) {
        let title = context.say(column.status.title)
        var x = canvas.put(title, at: .zero, style: isCurrent ? .textStrong : .tableHead, maxWidth: canvas.width - 6)
        x += 1
        x += canvas.put(count(column, context), at: Point(x: x, y: 0), style: isCurrent ? .accent : .textDim) + 1
        let most = board.columns.map(\.count).max() ?? 0
        // As wide in every column, so that the bars can be compared.
        guard most > 0, column.count > 0, canvas.width - x >= barWidth else { return }
        let bar = Bars.blocks(Double(column.count) / Double(most), width: barWidth)
        canvas.put(bar, at: Point(x: x, y: 0), style: .bar)
    }

    /// What is not in sight: "▼ 90 more", and why a column is empty.
    private static func drawRest(
        _ list: RowList<ApplicationCard>, top: Int, _ point: Point, _ width: Int, on canvas: Canvas,
        in context: DrawingContext
    ) {
        if list.isEmpty {
            let words = context.say(Phrase(en: "nobody here", fr: "personne ici"))
            canvas.put(words, at: Point(x: point.x, y: top), style: .textDim, maxWidth: width)
            return
        }
        let below =
            list.total - (list.isFromEnd ? list.position : 0) - (list.isFromEnd ? 0 : list.window.visible.upperBound)
        guard below > 0 else { return }
        let number = NumberWords.count(below, isExact: list.isTotalExact, context.language)
        let words = context.say(Phrase(en: "▼ \(number) more", fr: "▼ \(number) de plus"))
        canvas.put(words, at: point, style: .textDim, maxWidth: width)
    }

    private static func drawProfile(
        _ board: Board, _ rect: Rect, on canvas: Canvas, in context: DrawingContext
    ) {
        // A pane over the whole screen has nothing at its left to be divided from.
        if rect.x > 0 { canvas.verticalRule(at: rect.origin, height: rect.height) }
        ProfileView.draw(
            board.profile, on: canvas.subview(profileRect(rect)), isFocused: board.focus == .detail, in: context)
    }

    /// The part of the pane that is the profile's: beside the rule.
    static func profileRect(_ pane: Rect) -> Rect { pane.inset(left: 2) }
}

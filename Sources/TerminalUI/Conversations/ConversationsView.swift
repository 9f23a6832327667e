import Domain
import Engine
import Terminal
import Workstation

/// The screen of conversations: the list with its unread marks, and a thread beside or over it.
enum ConversationsView {
    /// Rows of the thread above what scrolls: subject, people, and a rule.
    private static let headHeight = 3

    /// Tells the model how much fits, before every drawing; answers what has to be read for that.
    static func fit(_ table: inout ConversationTable, to size: Size) -> [Work] {
        let works = table.fit(width: size.width, height: size.height)
        let body = bodyRect(threadRect(table, size).size)
        table.resizeThread(width: PaneRows.textWidth(body.width), height: body.height) { CellText.wrap($0, to: $1) }
        return works
    }

    private static func threadRect(_ table: ConversationTable, _ size: Size) -> Rect {
        let width = table.panes.detailWidth
        if width == 0 { return Rect(x: size.width, y: 2, width: 0, height: 0) }
        if width == size.width { return Rect(x: 1, y: 2, width: width - 1, height: table.panes.detailHeight) }
        return Rect(x: size.width - width, y: 2, width: width, height: table.panes.detailHeight)
    }

    private static func bodyRect(_ size: Size) -> Rect { Rect(size: size).inset(top: headHeight) }

    static func draw(_ table: ConversationTable, on canvas: Canvas, in context: DrawingContext) {
        TableTop(
            title: table.filter.title(context.language), text: table.filter.text,
            place: TableTop.place(table.list, context), problem: table.problem?.searchSentence(in: context.language)
        ).draw(on: canvas, in: context)
        if table.panes.listWidth > 0 {
            drawList(
                table, on: canvas.subview(Rect(x: 0, y: 2, width: table.panes.listWidth, height: canvas.height - 2)),
                in: context)
        }
        let thread = threadRect(table, canvas.size)
        guard thread.width > 0 else { return }
        if table.panes.listWidth > 0 {
            canvas.verticalRule(at: Point(x: thread.x - 2, y: 2), height: thread.height)
        }
        drawThread(table, on: canvas.subview(thread), in: context)
    }

    private static func drawThread(_ table: ConversationTable, on canvas: Canvas, in context: DrawingContext) {
        context.hit(canvas.bounds, of: canvas, .detail)
        guard let conversation = table.thread.conversation else { return }
        let isFocused = table.focus == .detail
        canvas.put(
            conversation.subject, at: .zero, style: isFocused ? .tabActive : .textStrong, maxWidth: canvas.width - 1)
        canvas.put(
            conversation.participants.map(\.name).joined(separator: ", "), at: Point(x: 0, y: 1), style: .textDim,
            maxWidth: canvas.width - 1)
        canvas.horizontalRule(at: Point(x: 0, y: 2), width: canvas.width)
        PaneRows.draw(table.thread.pane, on: canvas.subview(bodyRect(canvas.size)), isFocused: isFocused)
    }

    private static func drawList(_ table: ConversationTable, on canvas: Canvas, in context: DrawingContext) {
        if table.list.isEmpty {
            EmptyTable.draw(isFiltered: !table.filter.isEmpty, on: canvas, in: context, nothing: none, none: noMatch)
        }
        TableView(
            list: table.list, columns: ConversationColumn.allCases.map { column(of: $0, context) },
            sorted: (ConversationColumn.time.rawValue, true), isFocused: table.focus == .list
        ) { conversation in
            table.cells(conversation, now: context.now)
        } style: { conversation, index in
            let isNew = conversation.unread ?? 0 > 0
            return switch ConversationColumn.allCases[index] {
            case .unread: .attention
            case .people: isNew ? .textStrong : .text
            case .subject: isNew ? .textStrong : .text
            case .last, .time: .textDim
            }
        }.draw(on: canvas, in: context)
    }

    private static let none = Phrase(
        en: "There are no conversations yet. a begins one.",
        fr: "Il n’y a pas encore de conversations. a en commence une.")
    private static let noMatch = Phrase(
        en: "No conversation matches. Esc clears the filter.",
        fr: "Aucune conversation ne correspond. Échap efface le filtre.")

    private static func column(of column: ConversationColumn, _ context: DrawingContext) -> TableColumn {
        let (minimum, maximum, priority) =
            switch column {
            case .unread: (6, 6, 0)
            case .people: (12, 26, 1)
            case .subject: (14, 34, 0)
            case .last: (16, 60, 4)
            case .time: (7, 13, 2)
            }
        return TableColumn(
            column.rawValue, title: context.say(column.title), minimum: minimum, maximum: maximum,
            priority: priority, alignment: column.isNumeric ? .right : .left)
    }
}

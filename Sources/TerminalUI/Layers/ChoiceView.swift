import Terminal
import Workstation

/// A short list to choose from, each item with its letter, the cursor's inverted.
enum ChoiceView {
    static func rows(of choice: Choice, in size: Size) -> Int {
        max(1, min(choice.items.count, max(1, size.height - 6)))
    }

    static func draw(_ choice: Choice, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        let labels = choice.items.map { CellText.width($0.label) }.max() ?? 0
        let hints = choice.items.map { CellText.width($0.disabledReason ?? $0.hint) }.max() ?? 0
        let wanted = max(labels + hints + 8, CellText.width(choice.title) + 4, 24)
        let height = choice.window.height
        let content = ModalFrame.draw(
            on: canvas, title: choice.title, size: Size(width: min(wanted, 96), height: height - 1))
        if isTop { context.hit(canvas.bounds, of: canvas, .outside) }
        for index in choice.window.visible {
            let y = index - choice.window.offset
            draw(choice.items[index], isCursor: index == choice.window.cursor, y: y, on: content)
            if isTop {
                context.hit(Rect(x: 0, y: y, width: content.width, height: 1), of: content, .item(index))
            }
        }
        content.scrollbar(choice.window, rect: Rect(x: 0, y: 0, width: content.width, height: height))
    }

    private static func draw(_ item: Choice.Item, isCursor: Bool, y: Int, on canvas: Canvas) {
        let isEnabled = item.disabledReason == nil
        let style: Style = isCursor ? .menuCursor : isEnabled ? .menu : .dialog
        canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: style)
        if let letter = item.letter {
            canvas.put(String(letter), at: Point(x: 1, y: y), style: isCursor || !isEnabled ? style : .dialogTitle)
        }
        let hint = item.disabledReason ?? item.hint
        let hintWidth = min(CellText.width(hint), canvas.width / 2)
        let room = max(0, canvas.width - hintWidth - 6)
        // What cannot be chosen is told by words and a mark, not by its colour alone.
        canvas.put(isEnabled ? item.label : "\(item.label) –", at: Point(x: 3, y: y), style: style, maxWidth: room)
        canvas.putRight(hint, right: canvas.width - 1, y: y, style: style, maxWidth: hintWidth)
    }
}

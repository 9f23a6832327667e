import Terminal
import Workstation

/// Draws the lines of a pane, each kind with its parts at fixed places, and a scrollbar where there are more.
enum PaneRows {
    /// The columns of a pane's text: the last two are the scrollbar's and a gap.
    static func textWidth(_ width: Int) -> Int { max(1, width - 2) }

    static func draw(_ pane: Pane, on canvas: Canvas, isFocused: Bool) {
        let width = textWidth(canvas.width)
        for (y, index) in pane.window.visible.enumerated() where pane.rows.indices.contains(index) {
            draw(pane.rows[index], on: canvas.subview(Rect(x: 0, y: y, width: width, height: 1)))
            if pane.hasCursor, index == pane.window.cursor {
                canvas.restyle(
                    Rect(x: 0, y: y, width: width, height: 1), isFocused ? .selectionCursor : .selection)
            }
        }
        canvas.scrollbar(pane.window, rect: canvas.bounds)
    }

    private static func draw(_ line: PaneLine, on row: Canvas) {
        let width = row.width
        switch line {
        case .blank: break
        case .heading(let title, let trailing):
            let taken = row.putRight(trailing, right: width, y: 0, style: .textDim, maxWidth: width / 2)
            row.put(title, at: .zero, style: .textStrong, maxWidth: width - taken - (taken > 0 ? 2 : 0))
        case .text(let text, let tone): row.put(text, at: .zero, style: style(tone), maxWidth: width)
        case .fact(let label, let value, let tone):
            row.put(label, at: .zero, style: .textDim, maxWidth: PaneLine.labelWidth - 1)
            row.put(
                value, at: Point(x: PaneLine.labelWidth, y: 0), style: style(tone),
                maxWidth: width - PaneLine.labelWidth)
        case .skill(let name, let level, let detail):
            row.putRight(detail, right: width, y: 0, style: .textDim, maxWidth: trailingWidth)
            let bar = width - trailingWidth - 7
            row.put(levelBar(level), at: Point(x: bar, y: 0), style: .bar)
            row.put(name, at: .zero, maxWidth: bar - 1)
        case .check(let isMet, let name, let detail):
            row.put(isMet ? "✓" : "✗", at: .zero, style: isMet ? .ok : .error)
            row.putRight(detail, right: width, y: 0, style: .textDim, maxWidth: detailWidth)
            row.put(name, at: Point(x: 2, y: 0), maxWidth: width - 2 - detailWidth - 1)
        case .event(let date, let text, let by):
            row.put(date, at: .zero, style: .textDim, maxWidth: PaneLine.dateWidth)
            row.putRight(by, right: width, y: 0, style: .textDim, maxWidth: PaneLine.actorWidth)
            row.put(
                text, at: Point(x: PaneLine.dateWidth + 1, y: 0), maxWidth: width - PaneLine.dateWidth - 1)
        case .item(let leading, let text, let trailing):
            row.put(leading, at: .zero, maxWidth: PaneLine.labelWidth - 1)
            let taken = row.putRight(trailing, right: width, y: 0, style: .textDim, maxWidth: PaneLine.dateWidth)
            row.put(
                text, at: Point(x: PaneLine.labelWidth, y: 0), maxWidth: width - PaneLine.labelWidth - taken - 1)
        case .count(let label, let count, let share):
            row.put(label, at: .zero, maxWidth: PaneLine.labelWidth - 1)
            row.putRight(count, right: PaneLine.labelWidth + countWidth, y: 0, maxWidth: countWidth)
            let bar = PaneLine.labelWidth + countWidth + 1
            row.put(Bars.blocks(share, width: max(0, width - bar)), at: Point(x: bar, y: 0), style: .bar)
        }
    }

    /// Columns of what stands at the right of a skill, of a check, and of a count.
    private static let trailingWidth = 8
    private static let detailWidth = 15
    private static let countWidth = 9

    private static func levelBar(_ level: Int) -> String {
        let filled = min(max(level, 0), 5)
        return String(repeating: "▪", count: filled) + String(repeating: "▫", count: 5 - filled)
    }

    private static func style(_ tone: PaneLine.Tone) -> Style {
        switch tone {
        case .plain: .text
        case .dim: .textDim
        case .strong: .textStrong
        case .attention: .attention
        }
    }
}

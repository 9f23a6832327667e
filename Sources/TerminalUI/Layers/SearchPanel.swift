import Terminal
import Workstation

/// A line that is typed with the list that it narrows: the frame of palette and picker.
enum SearchPanel {
    private static let mostRows = 15

    /// The rows of the list on a screen of that size.
    static func rows(in size: Size) -> Int { max(1, min(mostRows, size.height - 5)) }

    /// Draws frame and line; answers the canvas of the list.
    static func draw(
        _ layer: Layer, title: String, mark: String, count: String, rows: Int, isTop: Bool, on canvas: Canvas,
        in context: DrawingContext
    ) -> Canvas {
        let width = max(1, min(canvas.width - 4, 100))
        let content = LayerPanel.draw(on: canvas, title: title, content: Size(width: width, height: rows + 1), y: 1)
        if isTop { context.hit(canvas.bounds, of: canvas, .outside) }
        let x = content.put(mark, at: .zero, style: .accent) + 1
        let room = max(1, content.width - x - CellText.width(count) - 1)
        let field = content.subview(Rect(x: x, y: 0, width: room, height: 1))
        if isTop, let text = layer.activeText { context.drawActive(text, on: field) }
        content.putRight(count, right: content.width, y: 0, style: .textDim)
        return content.subview(Rect(x: 0, y: 1, width: content.width, height: max(0, content.height - 1)))
    }
}

/// A dialog over the screen: a title, a rule, and room for what it asks.
public enum ModalFrame {
    /// Draws it in the middle and returns the canvas for its content.
    public static func draw(on canvas: Canvas, title: String, size: Size) -> Canvas {
        let outer = canvas.bounds.centred(Size(width: size.width + 4, height: size.height + 3))
        let frame = canvas.subview(outer)
        frame.fill(style: .dialog)
        frame.box(frame.bounds, style: .dialogRule)
        let width = max(0, outer.width - 6)
        if width > 0 {
            let cut = CellText.truncate(title, to: width)
            frame.put(" \(cut) ", at: Point(x: 2, y: 0), style: .dialogTitle)
        }
        return frame.subview(frame.bounds.inset(left: 2, top: 1, right: 2, bottom: 1))
    }
}

/// A line that comes and goes.
public enum Toast {
    /// Draws it at the right end of a row, with a mark, so that an error is no matter of colour alone.
    public static func draw(_ text: String, isError: Bool, on canvas: Canvas, y: Int) {
        let mark = isError ? "✗" : "✓"
        let cut = CellText.truncate(" \(mark) \(text) ", to: canvas.width)
        canvas.putRight(cut, right: canvas.width, y: y, style: isError ? .toastError : .toast)
    }
}

import Terminal
import Workstation

/// A line that tells what came of something, over the footer.
enum ToastView {
    static func draw(_ toast: ToastMessage, on canvas: Canvas, y: Int) {
        switch toast.level {
        case .error: Toast.draw(toast.text, isError: true, on: canvas, y: y)
        case .done: Toast.draw(toast.text, isError: false, on: canvas, y: y)
        case .information:
            let text = CellText.truncate(" \(toast.text) ", to: canvas.width)
            canvas.putRight(text, right: canvas.width, y: y, style: .toast)
        }
    }
}

import Domain
import Terminal
import Workstation

/// A question with its consequence, and the two keys that answer it.
enum ConfirmationView {
    static func draw(_ confirmation: Confirmation, on canvas: Canvas, in context: DrawingContext) {
        let width = min(72, max(1, canvas.width - 6))
        let lines = CellText.wrap(confirmation.consequence, to: width)
        let content = ModalFrame.draw(
            on: canvas, title: confirmation.title, size: Size(width: width, height: lines.count + 1))
        context.hit(canvas.bounds, of: canvas, .outside)
        // The buttons stay when there is no room for all of the words.
        let buttonRow = content.height - 1
        for (y, line) in lines.prefix(max(0, buttonRow)).enumerated() {
            content.put(line, at: Point(x: 0, y: y), style: .dialog)
        }
        let confirm = button(confirmation.confirmLabel, context.keys(for: .dialogConfirm))
        let cancel = button(context.say(Phrase(en: "Cancel", fr: "Annuler")), context.keys(for: .cancel))
        let x = content.put(confirm, at: Point(x: 0, y: buttonRow), style: .dialogTitle)
        context.hit(Rect(x: 0, y: buttonRow, width: x, height: 1), of: content, .submit)
        let end = content.put(cancel, at: Point(x: x + 2, y: buttonRow), style: .dialog)
        context.hit(Rect(x: x + 2, y: buttonRow, width: end, height: 1), of: content, .action(.cancel))
    }

    private static func button(_ label: String, _ key: String?) -> String {
        "[ " + [key, label].compactMap(\.self).joined(separator: " ") + " ]"
    }
}

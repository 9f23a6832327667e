import Terminal
import Workstation

/// The line in which a filter is typed.
enum FilterView {
    static func draw(_ prompt: FilterPrompt, on canvas: Canvas, in context: DrawingContext) {
        canvas.fill(style: .text)
        canvas.put("/", at: Point(x: 1, y: 0), style: .accent)
        let field = canvas.subview(Rect(x: 2, y: 0, width: min(60, canvas.width - 3), height: 1))
        context.drawActive(
            ActiveText(id: "filter", value: prompt.text, limit: 200), on: field,
            placeholder: context.say(prompt.placeholder))
    }
}

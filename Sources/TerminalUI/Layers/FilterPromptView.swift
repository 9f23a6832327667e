import Terminal
import Workstation

/// `/` and the filter as it is typed, in the row where the screen has its filters.
enum FilterPromptView {
    static func draw(_ prompt: FilterPrompt, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        canvas.fill(style: .text)
        let x = canvas.put("/", at: .zero, style: .accent)
        let field = canvas.subview(Rect(x: x, y: 0, width: max(0, canvas.width - x), height: 1))
        let layer = Layer.filter(prompt)
        if isTop, let text = layer.activeText {
            context.drawActive(text, on: field, placeholder: context.say(prompt.placeholder))
        } else {
            field.put(prompt.text, at: .zero, style: .formField, maxWidth: field.width)
        }
    }
}

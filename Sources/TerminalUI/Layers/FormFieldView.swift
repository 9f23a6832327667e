import Domain
import Terminal
import Workstation

/// One field of a form: its label, its value or the text being typed, its problem, its help.
enum FormFieldView {
    private static let areaRows = 3

    static func inputRows(_ field: FormField) -> Int {
        if case .longText = field.kind { areaRows } else { 1 }
    }

    static func help(for field: FormField, _ context: DrawingContext) -> String? {
        field.help ?? FormWords.help(for: field.kind).map(context.say)
    }

    static func draw(
        _ field: FormField, isCursor: Bool, active: ActiveText?, labelWidth: Int, on canvas: Canvas,
        in context: DrawingContext
    ) {
        let label = field.label + (field.isRequired ? " *" : "")
        canvas.put(label, at: .zero, style: isCursor ? .textStrong : .formLabel, maxWidth: labelWidth - 1)
        let rows = inputRows(field)
        let counter = counter(of: field, isCursor: isCursor, context)
        let counterWidth = counter.map { CellText.width($0) + 1 } ?? 0
        let width = max(1, canvas.width - labelWidth - counterWidth)
        let input = canvas.subview(Rect(x: labelWidth, y: 0, width: width, height: rows))
        if let active {
            context.drawActive(active, on: input)
        } else {
            drawValue(field, isCursor: isCursor, on: input, context)
        }
        if let counter { canvas.putRight(counter, right: canvas.width, y: 0, style: .textDim) }
        var y = rows
        let room = max(1, canvas.width - labelWidth)
        if let error = field.error {
            canvas.put("✗ \(error)", at: Point(x: labelWidth, y: y), style: .formError, maxWidth: room)
            y += 1
        }
        if isCursor, let help = help(for: field, context) {
            canvas.put(help, at: Point(x: labelWidth, y: y), style: .textDim, maxWidth: room)
        }
    }

    private static func drawValue(_ field: FormField, isCursor: Bool, on input: Canvas, _ context: DrawingContext) {
        let style: Style = isCursor ? .formFieldActive : .formField
        switch field.kind {
        case .toggle:
            let isOn = field.value == "true"
            let word = context.say(isOn ? FormWords.yes : FormWords.no)
            input.put(isOn ? "[x] \(word)" : "[ ] \(word)", at: .zero, style: style, maxWidth: input.width)
            if isCursor { context.cursor = input.absolute(Point(x: 1, y: 0)) }
        case .choice, .lookup:
            let shown = field.shownValue.isEmpty ? "–" : field.shownValue
            input.put("\(CellText.truncate(shown, to: max(1, input.width - 2))) ▾", at: .zero, style: style)
            if isCursor { context.cursor = input.absolute(.zero) }
        default:
            input.fill(style: style)
            for (y, line) in CellText.wrap(field.shownValue, to: input.width).prefix(input.height).enumerated() {
                input.put(line, at: Point(x: 0, y: y), style: style)
            }
        }
    }

    /// `12 / 2,000` beside a text with the cursor, and beside every long one.
    private static func counter(of field: FormField, isCursor: Bool, _ context: DrawingContext) -> String? {
        let limit: Int
        switch field.kind {
        case .longText(let most): limit = most
        case .text(let most) where isCursor && most >= 60: limit = most
        default: return nil
        }
        let language = context.language
        return "\(NumberWords.count(field.value.count, language)) / \(NumberWords.count(limit, language))"
    }
}

import Domain
import Terminal
import Workstation

/// A form: labels at the left, a problem under its field, what will happen above the buttons, which are always there.
enum FormView {
    static func draw(_ form: Form, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        let width = max(1, min(canvas.width - 6, 92))
        let layout = FormLayout(form, width: width, context)
        let consequence = form.consequence.isEmpty ? [] : CellText.wrap(form.consequence, to: width)
        let problem = form.problem.map { CellText.wrap("✗ \($0)", to: width) } ?? []
        let wanted = layout.height + consequence.count + problem.count + 2
        let content = LayerPanel.draw(
            on: canvas, title: form.title, content: Size(width: width, height: min(wanted, max(1, canvas.height - 2))))
        if isTop { context.hit(canvas.bounds, of: canvas, .outside) }

        // From below: the buttons, then as many words as leave room for three rows of fields.
        let buttonRow = content.height - 1
        let spare = max(0, content.height - 2 - min(layout.height, 3))
        let words = Array((consequence + problem).suffix(spare))
        let fieldRows = max(0, buttonRow - words.count - (content.height > 4 ? 1 : 0))
        drawFields(form, layout, isTop: isTop, on: content, rows: fieldRows, context)
        let problemStart = words.count - min(problem.count, words.count)
        for (index, line) in words.enumerated() {
            content.put(
                line, at: Point(x: 0, y: buttonRow - words.count + index),
                style: index >= problemStart ? .formError : .textDim)
        }
        drawButtons(form, isTop: isTop, on: content, y: buttonRow, context)
    }

    private static func drawFields(
        _ form: Form, _ layout: FormLayout, isTop: Bool, on content: Canvas, rows: Int, _ context: DrawingContext
    ) {
        guard rows > 0 else { return }
        let first = layout.firstRow(showing: form.cursor, in: rows)
        let area = content.subview(Rect(x: 0, y: 0, width: content.width, height: rows))
        for (index, field) in form.fields.enumerated() {
            let block = layout.blocks[index]
            let y = block.lowerBound - first
            guard y < rows, block.upperBound - first > 0 else { continue }
            let part = area.subview(Rect(x: 0, y: y, width: area.width, height: block.count))
            let active = isTop && index == form.cursor ? Layer.form(form).activeText : nil
            FormFieldView.draw(
                field, isCursor: index == form.cursor && isTop, active: active, labelWidth: layout.labelWidth, on: part,
                in: context)
            if isTop { context.hit(part.bounds, of: part, .field(index)) }
        }
        guard layout.height > rows else { return }
        let below = max(0, layout.height - first - rows)
        let marks = [first > 0 ? "▲" : nil, below > 0 ? "▼" : nil].compactMap(\.self).joined(separator: " ")
        content.putRight(marks, right: content.width, y: rows, style: .textDim)
    }

    private static func drawButtons(
        _ form: Form, isTop: Bool, on content: Canvas, y: Int, _ context: DrawingContext
    ) {
        // The key that confirms from here: `y` does only on the button, where no text has the cursor.
        let key = isTop ? context.keys(for: form.isOnButton ? .dialogConfirm : .formSubmit) : nil
        let label = form.isBusy ? "…" : form.submitLabel
        let width = LayerPanel.button(
            label, key: form.isBusy ? nil : key, isActive: form.isOnButton && isTop, on: content, at: Point(x: 0, y: y))
        let cancel = LayerPanel.button(
            context.say(Phrase(en: "Cancel", fr: "Annuler")), key: isTop ? context.keys(for: .cancel) : nil,
            isActive: false, on: content, at: Point(x: width + 2, y: y))
        guard isTop else { return }
        context.hit(Rect(x: 0, y: y, width: width, height: 1), of: content, .submit)
        context.hit(Rect(x: width + 2, y: y, width: cancel, height: 1), of: content, .action(.cancel))
        if form.isOnButton { context.cursor = content.absolute(Point(x: 2, y: y)) }
    }
}

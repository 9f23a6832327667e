import Terminal

/// A ruled panel over the screen, as plain as the screen itself, so that fields and matches look the same on it.
enum LayerPanel {
    /// Draws it around a content of that size, no larger than the canvas, `y` rows from the top or in the middle.
    /// Answers the canvas of the content.
    static func draw(on canvas: Canvas, title: String, content: Size, y: Int? = nil) -> Canvas {
        var outer = canvas.bounds.centred(Size(width: content.width + 4, height: content.height + 2))
        if let y { outer.y = min(y, max(0, canvas.height - outer.height)) }
        let frame = canvas.subview(outer)
        frame.fill(style: .text)
        frame.box(frame.bounds, style: .rule)
        if outer.width > 6 {
            frame.put(" \(CellText.truncate(title, to: outer.width - 6)) ", at: Point(x: 2, y: 0), style: .textStrong)
        }
        return frame.subview(frame.bounds.inset(left: 2, top: 1, right: 2, bottom: 1))
    }

    /// `[ y Reject ]`, with the key if one is bound; answers its columns.
    @discardableResult
    static func button(
        _ label: String, key: String?, isActive: Bool, on canvas: Canvas, at point: Point
    ) -> Int {
        let text = "[ " + [key, label].compactMap(\.self).joined(separator: " ") + " ]"
        return canvas.put(text, at: point, style: isActive ? .formButtonActive : .formButton)
    }

    /// A text with some of its characters marked.
    static func put(
        _ text: String, marked places: Set<Int>, on canvas: Canvas, at point: Point, width: Int, style: Style,
        mark: Style = .paletteMatch
    ) {
        let cut = CellText.truncate(text, to: width)
        canvas.put(cut, at: point, style: style)
        guard !places.isEmpty else { return }
        var x = point.x
        for (place, character) in cut.enumerated() {
            let columns = CellText.width(character)
            if places.contains(place), columns > 0 {
                canvas.restyle(Rect(x: x, y: point.y, width: columns, height: 1), mark)
            }
            x += columns
        }
    }
}

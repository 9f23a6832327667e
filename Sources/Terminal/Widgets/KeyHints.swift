/// Keys and what they do, side by side: the footer.
public enum KeyHints {
    /// Draws as many whole hints as fit and returns the places of those drawn, for clicks.
    @discardableResult
    public static func draw(
        _ hints: [(keys: String, text: String)], on canvas: Canvas, at point: Point, width: Int
    ) -> [Range<Int>] {
        var x = point.x
        let end = point.x + width
        var places: [Range<Int>] = []
        for hint in hints {
            let needed = CellText.width(hint.keys) + 1 + CellText.width(hint.text)
            guard x + needed <= end else { break }
            let start = x
            x += canvas.put(hint.keys, at: Point(x: x, y: point.y), style: .footerKey) + 1
            x += canvas.put(hint.text, at: Point(x: x, y: point.y), style: .footerText)
            places.append(start..<x)
            x += 2
        }
        return places
    }
}

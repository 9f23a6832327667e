/// Keys and what they do, side by side: the footer.
public enum KeyHints {
    /// A hint that was drawn: which one of those given, and the columns that it takes.
    public struct Place: Sendable, Hashable {
        public let index: Int
        public let columns: Range<Int>
    }

    /// Draws the hints that fit, each whole, and returns where, for clicks. Where not all fit the last ones keep their
    /// place, and of the others those that come first have theirs.
    ///
    /// - Parameter keepingLast: how many at the end keep their place, as far as they fit.
    @discardableResult
    public static func draw(
        _ hints: [(keys: String, text: String)], on canvas: Canvas, at point: Point, width: Int,
        keepingLast kept: Int = 0
    ) -> [Place] {
        let firstKept = hints.count - min(max(kept, 0), hints.count)
        // The last of those that are kept is the surest.
        let order = Array((firstKept..<hints.count).reversed()) + Array(0..<firstKept)
        var shown: Set<Int> = []
        var left = width + gap
        for index in order {
            let needed = CellText.width(hints[index].keys) + 1 + CellText.width(hints[index].text) + gap
            guard needed <= left else { continue }
            shown.insert(index)
            left -= needed
        }
        var x = point.x
        var places: [Place] = []
        for (index, hint) in hints.enumerated() where shown.contains(index) {
            let start = x
            x += canvas.put(hint.keys, at: Point(x: x, y: point.y), style: .footerKey) + 1
            x += canvas.put(hint.text, at: Point(x: x, y: point.y), style: .footerText)
            places.append(Place(index: index, columns: start..<x))
            x += gap
        }
        return places
    }

    /// Columns between two hints.
    private static let gap = 2
}

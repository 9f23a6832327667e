import Terminal

/// The names of a pane's sections on one row, from the first that lets the one in sight be read whole.
enum SectionNames {
    private static let gap = 2

    static func draw(
        _ titles: [String], current: Int, y: Int, on canvas: Canvas, isFocused: Bool, in context: DrawingContext
    ) {
        guard titles.indices.contains(current) else { return }
        func extent(from first: Int) -> Int {
            titles[first...current].reduce(0) { $0 + CellText.width($1) + gap } - gap + (first > 0 ? gap : 0)
        }
        var first = 0
        while first < current, extent(from: first) > canvas.width - gap { first += 1 }
        var x = 0
        if first > 0 { x += canvas.put("‹", at: Point(x: 0, y: y), style: .textDim) + 1 }
        let end = canvas.width - gap
        for index in first..<titles.count {
            // A name is shown whole or not at all, but for the one in sight.
            guard index == current || x + CellText.width(titles[index]) <= end else {
                canvas.put("›", at: Point(x: canvas.width - 1, y: y), style: .textDim)
                return
            }
            let style: Style = index == current ? (isFocused ? .tabActive : .textStrong) : .textDim
            let columns = canvas.put(titles[index], at: Point(x: x, y: y), style: style, maxWidth: end - x)
            context.hit(Rect(x: x, y: y, width: columns, height: 1), of: canvas, .section(index))
            x += columns + gap
        }
    }
}

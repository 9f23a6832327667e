extension Canvas {
    /// A horizontal rule.
    public func horizontalRule(at point: Point, width: Int, style: Style = .rule) {
        fill(Rect(x: point.x, y: point.y, width: width, height: 1), with: "─", style: style)
    }

    /// A vertical rule.
    public func verticalRule(at point: Point, height: Int, style: Style = .rule) {
        fill(Rect(x: point.x, y: point.y, width: 1, height: height), with: "│", style: style)
    }

    /// A box along the inside of a rectangle.
    public func box(_ rect: Rect, style: Style = .rule) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let right = rect.maxX - 1
        let bottom = rect.maxY - 1
        horizontalRule(at: Point(x: rect.x + 1, y: rect.y), width: rect.width - 2, style: style)
        horizontalRule(at: Point(x: rect.x + 1, y: bottom), width: rect.width - 2, style: style)
        verticalRule(at: Point(x: rect.x, y: rect.y + 1), height: rect.height - 2, style: style)
        verticalRule(at: Point(x: right, y: rect.y + 1), height: rect.height - 2, style: style)
        put("┌", at: rect.origin, style: style)
        put("┐", at: Point(x: right, y: rect.y), style: style)
        put("└", at: Point(x: rect.x, y: bottom), style: style)
        put("┘", at: Point(x: right, y: bottom), style: style)
    }
}

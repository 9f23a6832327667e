import Scrolling

/// A short list to choose from, over the screen.
public struct PopupMenu: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public var label: String
        /// At the right: a key, a count.
        public var hint: String
        /// Why it cannot be chosen; nil when it can.
        public var disabledReason: String?

        public init(_ label: String, hint: String = "", disabledReason: String? = nil) {
            self.label = label
            self.hint = hint
            self.disabledReason = disabledReason
        }
    }

    public var items: [Item]
    public var window: ListWindow

    public init(_ items: [Item], cursor: Int = 0, height: Int = 10) {
        self.items = items
        window = ListWindow(count: items.count, height: min(height, max(1, items.count)))
        window.move(to: cursor)
    }

    /// The item with the cursor, if it can be chosen.
    public var chosen: Item? {
        guard items.indices.contains(window.cursor), items[window.cursor].disabledReason == nil else { return nil }
        return items[window.cursor]
    }

    /// The columns that its content wants.
    public var width: Int {
        items.map { CellText.width($0.label) + CellText.width($0.disabledReason ?? $0.hint) + 5 }.max() ?? 10
    }

    /// Draws it below a place, or above where there is no room below, and returns where it lies.
    @discardableResult
    public mutating func draw(on canvas: Canvas, below anchor: Point) -> Rect {
        let width = min(self.width, canvas.width)
        let under = canvas.height - anchor.y - 1
        let isAbove = under < min(items.count, 3) && anchor.y > under
        window.resize(height: min(items.count, 10, max(1, isAbove ? anchor.y : under)))
        let x = max(0, min(anchor.x, canvas.width - width))
        let y = isAbove ? anchor.y - window.height : anchor.y + 1
        let rect = Rect(x: x, y: y, width: width, height: window.height)
        draw(on: canvas.subview(rect))
        return rect
    }

    /// Draws the rows in sight.
    public func draw(on canvas: Canvas) {
        for index in window.visible {
            let item = items[index]
            let y = index - window.offset
            let plain: Style = item.disabledReason == nil ? .menu : .paletteDisabled
            let style = index == window.cursor ? .menuCursor : plain
            canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), style: style)
            let hint = item.disabledReason ?? item.hint
            let room = canvas.width - CellText.width(hint) - 3
            canvas.put(item.label, at: Point(x: 1, y: y), style: style, maxWidth: room)
            canvas.putRight(hint, right: canvas.width - 1, y: y, style: style, maxWidth: canvas.width / 2)
        }
    }
}

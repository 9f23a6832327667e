/// A column of a table, as it would like to be.
public struct TableColumn: Hashable, Sendable {
    public enum Alignment: Hashable, Sendable {
        case left, right
    }

    public var id: String
    public var title: String
    public var minimum: Int
    /// No wider than this, however much room there is.
    public var maximum: Int
    /// 0 is never left out; the higher the number, the sooner it is.
    public var priority: Int
    public var alignment: Alignment

    public init(
        _ id: String, title: String, minimum: Int, maximum: Int = .max, priority: Int = 0, alignment: Alignment = .left
    ) {
        self.id = id
        self.title = title
        self.minimum = max(1, minimum)
        self.maximum = max(self.minimum, maximum)
        self.priority = priority
        self.alignment = alignment
    }
}

/// Which columns of a table are shown, and where.
public struct TableLayout: Hashable, Sendable {
    public struct Slot: Hashable, Sendable {
        /// The place of the column in the list given.
        public let column: Int
        public let x: Int
        public let width: Int
    }

    public let slots: [Slot]

    /// Leaves out what does not fit, the least important first, and shares the rest of the width.
    public init(_ columns: [TableColumn], width: Int, gap: Int = 2) {
        var shown = Array(columns.indices)
        func needed() -> Int { shown.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, shown.count - 1) }
        while needed() > width, shown.count > 1 {
            // Of equal priority the last goes first; the first column never does.
            guard let worst = shown.dropFirst().max(by: { columns[$0].priority <= columns[$1].priority }) else { break }
            shown.removeAll { $0 == worst }
        }
        var widths = shown.map { columns[$0].minimum }
        var left = width - needed()
        while left > 0 {
            let growing = shown.indices.filter { widths[$0] < columns[shown[$0]].maximum }
            if growing.isEmpty { break }
            let share = max(1, left / growing.count)
            for index in growing where left > 0 {
                let more = min(share, left, columns[shown[index]].maximum - widths[index])
                widths[index] += more
                left -= more
            }
        }
        var x = 0
        var slots: [Slot] = []
        for (index, column) in shown.enumerated() {
            slots.append(Slot(column: column, x: x, width: min(widths[index], max(0, width - x))))
            x += widths[index] + gap
        }
        self.slots = slots
    }

    /// Draws one row of texts, one a column of the list given.
    public func draw(
        _ texts: [String], columns: [TableColumn], on canvas: Canvas, y: Int, styles: (Int) -> Style = { _ in .text }
    ) {
        for slot in slots where slot.column < texts.count {
            let text = texts[slot.column]
            let style = styles(slot.column)
            switch columns[slot.column].alignment {
            case .left: canvas.put(text, at: Point(x: slot.x, y: y), style: style, maxWidth: slot.width)
            case .right: canvas.putRight(text, right: slot.x + slot.width, y: y, style: style, maxWidth: slot.width)
            }
        }
    }

    /// The column at a place on the row, for clicks on the head.
    public func column(at x: Int) -> Int? { slots.first { x >= $0.x && x < $0.x + $0.width }?.column }
}

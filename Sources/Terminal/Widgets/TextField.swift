/// One line of input that scrolls sideways.
public struct TextField: Hashable, Sendable {
    public var edited: EditedText
    /// The characters to the left of what is in sight.
    private var firstVisible = 0

    public init(_ text: String = "", limit: Int = 1_000) { edited = EditedText(text, limit: limit) }

    public var text: String { edited.text }

    /// Types a key's character; false for a key that types nothing.
    public mutating func type(_ key: Key) -> Bool {
        guard let character = key.typed else { return false }
        edited.insert(String(character))
        return true
    }

    /// Inserts a paste with its line breaks as blanks.
    public mutating func paste(_ text: String) {
        edited.insert(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
    }

    /// Carries out an editing command; false for those that only an area knows.
    public mutating func apply(_ command: TextCommand) -> Bool {
        command == .newline ? false : edited.apply(command)
    }

    /// Draws it on the first row and returns where the terminal's cursor belongs, in the canvas's coordinates.
    @discardableResult
    public mutating func draw(on canvas: Canvas, style: Style = .formField, placeholder: String = "") -> Point {
        let width = canvas.width
        canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), style: style)
        let cursor = edited.text.distance(from: edited.text.startIndex, to: edited.cursor)
        firstVisible = min(firstVisible, cursor)
        while columns(firstVisible, cursor) > max(0, width - 1) { firstVisible += 1 }
        while firstVisible > 0, columns(firstVisible - 1, edited.text.count) < width { firstVisible -= 1 }
        if edited.text.isEmpty {
            canvas.put(placeholder, at: .zero, style: .formFieldPlaceholder, maxWidth: width)
        } else {
            canvas.put(String(edited.text.dropFirst(firstVisible)), at: .zero, style: style)
        }
        return Point(x: columns(firstVisible, cursor), y: 0)
    }

    /// The columns of a range of characters.
    private func columns(_ first: Int, _ last: Int) -> Int {
        CellText.width(edited.text.dropFirst(first).prefix(max(0, last - first)))
    }
}

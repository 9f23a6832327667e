import Scrolling

/// Lines to read that are longer than their pane: what they are, wrapped to its width, and which are in sight.
public struct Pane: Sendable {
    public private(set) var content: [PaneLine] = []
    /// The content in rows of the width that was told last.
    public private(set) var rows: [PaneLine] = []
    public private(set) var window = ListWindow()
    private var width = 0
    private var isWrapped = true
    /// Whether the window's cursor is one of the lines, rather than just what keeps it scrolled.
    public private(set) var hasCursor = false

    public init() {}

    /// The item that has the cursor.
    var cursor: Int? { hasCursor && !content.isEmpty ? window.cursor : nil }

    /// Shows other content. With `keepsPlace` what is in sight stays there as far as it can.
    mutating func show(_ content: [PaneLine], hasCursor: Bool = false, keepsPlace: Bool = false) {
        if !keepsPlace || hasCursor != self.hasCursor { window.goTop() }
        self.hasCursor = hasCursor
        guard content != self.content else { return }
        self.content = content
        isWrapped = false
        if hasCursor {
            // Items are one row each, so they can be gone through before a screen has told its width.
            rows = content
            window.update(count: rows.count)
        }
    }

    /// Says how much fits, and how to break what does not.
    mutating func resize(width: Int, height: Int, wrap: Wrap) {
        if !isWrapped || width != self.width {
            self.width = width
            rows = hasCursor ? content : content.flatMap { $0.rows(width: width, wrap: wrap) }
            isWrapped = true
            window.update(count: rows.count)
        }
        window.resize(height: height)
    }

    mutating func scroll(by steps: Int) { if hasCursor { window.move(by: steps) } else { window.scroll(by: steps) } }
    mutating func wheel(by steps: Int) { window.scroll(by: steps) }
    mutating func page(_ pages: Int) { window.page(pages) }
    mutating func move(to index: Int) { window.move(to: index) }
    mutating func goTop() { window.goTop() }
    mutating func goBottom() { window.goBottom() }
}

/// What part of a long list is in sight, and where its cursor is: arithmetic only, the rows are elsewhere.
///
/// Always true: `0 <= cursor < count` (0 when empty), the cursor is in sight, and no row is empty while more could be
/// shown. A list whose end is not known yet counts the rows known so far and sets `mayGrow`.
public struct ListWindow: Hashable, Sendable {
    /// The rows known so far.
    public private(set) var count: Int
    /// Whether there may be rows after those known.
    public private(set) var mayGrow: Bool
    /// The rows that fit.
    public private(set) var height: Int
    /// The first row in sight.
    public private(set) var offset = 0
    /// The row with the cursor.
    public private(set) var cursor = 0
    /// The rows kept in sight around the cursor where there are any.
    public var margin = 0 {
        didSet { settle() }
    }

    public init(count: Int = 0, height: Int = 0, mayGrow: Bool = false, margin: Int = 0) {
        self.count = max(0, count)
        self.height = max(0, height)
        self.mayGrow = mayGrow
        self.margin = margin
    }

    /// The rows in sight.
    public var visible: Range<Int> { offset..<min(count, offset + height) }
    public var above: Int { offset }
    /// The known rows below those in sight.
    public var below: Int { max(0, count - offset - height) }
    /// Whether the rows in sight are near the end of those known, so that more should be fetched.
    public var needsMore: Bool { mayGrow && offset + 2 * height >= count }

    /// The row of the screen with the cursor.
    public var cursorRow: Int { cursor - offset }

    /// The item at a row of the screen, for the mouse.
    public func item(atRow row: Int) -> Int? {
        row >= 0 && row < height && offset + row < count ? offset + row : nil
    }

    public mutating func move(by steps: Int) { move(to: cursor &+ min(max(steps, -count), count)) }

    public mutating func move(to row: Int) {
        cursor = row
        settle()
    }

    /// Moves by pages with one row kept in sight.
    public mutating func page(_ pages: Int) {
        let step = max(1, height - 1) &* min(max(pages, -10_000), 10_000)
        scrollWithCursor(step)
    }

    /// Moves by half pages.
    public mutating func halfPage(_ halves: Int) {
        scrollWithCursor(max(1, height / 2) &* min(max(halves, -10_000), 10_000))
    }

    /// Scrolls without moving the cursor, but for keeping it in sight: for the wheel.
    public mutating func scroll(by rows: Int) {
        offset = clampedOffset(offset + rows)
        let inner = min(max(0, margin), max(0, (height - 1) / 2))
        let first = offset == 0 ? 0 : offset + inner
        let last = offset + height >= count ? count - 1 : offset + height - 1 - inner
        cursor = min(max(cursor, first), max(first, last))
        settle()
    }

    public mutating func goTop() { move(to: 0) }
    public mutating func goBottom() { move(to: count - 1) }

    /// The list changed. The cursor stays at its row, or at the last.
    public mutating func update(count: Int, mayGrow: Bool = false) {
        self.count = max(0, count)
        self.mayGrow = mayGrow
        settle()
    }

    /// Rows were put in or taken out before the cursor: the same item keeps the cursor and its place on the screen.
    public mutating func shift(by rows: Int) {
        cursor += rows
        offset += rows
        settle()
    }

    public mutating func resize(height: Int) {
        self.height = max(0, height)
        settle()
    }

    private mutating func scrollWithCursor(_ rows: Int) {
        offset = clampedOffset(offset + rows)
        move(by: rows)
    }

    private mutating func settle() {
        cursor = min(max(cursor, 0), max(0, count - 1))
        guard height > 0 else {
            offset = cursor
            return
        }
        let inner = min(max(0, margin), (height - 1) / 2)
        offset = min(offset, cursor - inner)
        offset = max(offset, cursor + inner - height + 1)
        offset = clampedOffset(offset)
    }

    private func clampedOffset(_ offset: Int) -> Int { min(max(0, offset), max(0, count - height)) }
}

/// The rows of a long list that are in memory: a window of pages around where the person is, fetched by cursor.
///
/// Rows are numbered in the order in which they are fetched. Pages far from the window are let go, and only the cursor
/// at which each began is kept, so that a list costs what its window costs however long it is.
public struct PagedRows<Row: Sendable>: Sendable {
    /// A page to ask for.
    public struct Fetch: Hashable, Sendable {
        /// The number of its first row.
        public let first: Int
        /// What to send as `cursor`; none for the first page.
        public let cursor: String?
        /// How many rows to ask for.
        public let limit: Int
        /// Whether a row of the window is among them, and not only of what lies beyond it.
        public let isInSight: Bool
    }

    /// The most rows that an operation gives at once.
    public static var largestPage: Int { 200 }

    /// Rows kept in memory at most.
    public let capacity: Int
    public let pageSize: Int
    /// The rows in memory; the first of them has the number `first`.
    public private(set) var rows: [Row] = []
    public private(set) var first = 0
    /// Whether the rows in memory have to be read again, although they are still shown.
    private var isStale = false
    /// Whether the list was read at least once.
    public private(set) var isLoaded = false
    /// How many rows there are; a lower bound while `isTotalExact` is false.
    public private(set) var total = 0
    public private(set) var isTotalExact = true
    /// The cursors of the pages seen so far, by the number of their first row.
    private var cursors: [Int: String] = [:]
    /// The number after the last row, once the end was met.
    private var end: Int?

    public init(pageSize: Int = 50, capacity: Int = 500) {
        self.pageSize = pageSize
        self.capacity = max(capacity, pageSize * 3)
    }

    /// The row with a number, where it is in memory.
    public subscript(number: Int) -> Row? {
        get { rows.indices.contains(number - first) ? rows[number - first] : nil }
        set {
            guard let newValue, rows.indices.contains(number - first) else { return }
            rows[number - first] = newValue
        }
    }

    /// The numbers of the rows in memory.
    public var loaded: Range<Int> { first..<first + rows.count }
    /// How many rows can be gone through without fetching beyond what is known: those met so far.
    public var reached: Int { max(loaded.upperBound, end ?? 0) }
    /// Whether there are rows after those met so far.
    public var mayGrow: Bool { isLoaded && end == nil }

    /// What to fetch so that the rows of `window`, and half a page beyond, are there; `nil` when they are.
    public func fetch(for window: Range<Int>) -> Fetch? {
        guard isLoaded else { return Fetch(first: 0, cursor: nil, limit: pageSize, isInSight: true) }
        if isStale {
            let mark = cursors.keys.filter { $0 <= window.lowerBound }.max() ?? 0
            let limit = min(max(pageSize, window.upperBound - mark + pageSize / 2), Self.largestPage)
            return Fetch(first: mark, cursor: cursors[mark], limit: limit, isInSight: true)
        }
        if window.lowerBound < first {
            // Straight to where the window is, however far behind that lies.
            let mark = cursors.keys.filter { $0 <= window.lowerBound }.max() ?? 0
            return Fetch(first: mark, cursor: cursors[mark], limit: pageSize, isInSight: true)
        }
        let next = loaded.upperBound
        guard next < window.upperBound + pageSize / 2, next < end ?? .max, let cursor = cursors[next] else {
            return nil
        }
        return Fetch(first: next, cursor: cursor, limit: pageSize, isInSight: next < window.upperBound)
    }

    /// Takes the answer to a fetch; one that no longer fits is left out.
    public mutating func take(
        _ page: [Row], at fetch: Fetch, nextCursor: String?, total: Int, isTotalExact: Bool
    ) {
        self.total = total
        self.isTotalExact = isTotalExact
        let after = fetch.first + page.count
        if isStale || !isLoaded {
            isStale = false
            isLoaded = true
            cursors = cursors.filter { $0.key <= fetch.first }
            end = nil
            rows = page
            first = fetch.first
        } else if fetch.first == loaded.upperBound {
            rows += page
            let surplus = max(0, rows.count - capacity)
            rows.removeFirst(surplus)
            first += surplus
        } else if fetch.first < first, after >= first {
            rows = page.prefix(first - fetch.first) + rows
            first = fetch.first
            letGoOfEnd()
        } else if after < first {
            // What lies between was not read: what is in memory behind it is read again when it is needed.
            rows = page
            first = fetch.first
        }
        if let nextCursor { cursors[after] = nextCursor } else { end = after }
    }

    /// Says that the rows may be out of date: they are shown until those in sight were read again.
    public mutating func invalidate() { isStale = true }

    /// Forgets the order and the places of the rows, for another list. They are shown until its first rows were read.
    public mutating func restart() {
        isStale = true
        cursors = [:]
        first = 0
        end = rows.count
    }

    /// Drops what lies too far behind the window, back to the beginning of a page whose cursor is known.
    private mutating func letGoOfEnd() {
        guard rows.count > capacity else { return }
        let limit = first + capacity
        guard let mark = cursors.keys.filter({ $0 > first && $0 <= limit }).max() else { return }
        rows.removeLast(loaded.upperBound - mark)
    }

    /// Takes a row out, because it moved elsewhere. The cursors of later pages stay what they are: a cursor names a
    /// place in the order, not a number.
    public mutating func remove(at number: Int) -> Row? {
        guard rows.indices.contains(number - first) else { return nil }
        let row = rows.remove(at: number - first)
        shiftMarks(after: number, by: -1)
        total = max(0, total - 1)
        return row
    }

    /// Puts a row in, because it came from elsewhere. Outside of what is in memory only the numbers move.
    public mutating func insert(_ row: Row, at number: Int) {
        total += 1
        isLoaded = true
        if number < first {
            first += 1
            shiftMarks(after: number, by: 1)
        } else if number < loaded.upperBound {
            rows.insert(row, at: number - first)
            // A page that begins here begins with this row from now on.
            shiftMarks(after: number, by: 1)
        } else {
            shiftMarks(after: loaded.upperBound - 1, by: 1)
            rows.append(row)
        }
        if end == nil, cursors.isEmpty { end = loaded.upperBound }
    }

    private mutating func shiftMarks(after number: Int, by steps: Int) {
        end = end.map { $0 + steps }
        var moved: [Int: String] = [:]
        moved.reserveCapacity(cursors.count)
        for (mark, cursor) in cursors { moved[mark > number ? mark + steps : mark] = cursor }
        cursors = moved
    }
}

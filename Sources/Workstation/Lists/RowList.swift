import Scrolling

/// A long list with a cursor: which rows are in sight, which are selected, and what has to be fetched.
///
/// Rows are counted as the person sees them. After `goBottom` of a list whose end is far the rows are fetched from its
/// end (in the opposite order), so that the last row is as near as the first.
public struct RowList<Row: Sendable & Identifiable>: Sendable where Row.ID: Sendable {
    /// A page to ask for.
    public struct Fetch: Hashable, Sendable {
        public let page: PagedRows<Row>.Fetch
        /// Whether the order is the opposite of the list's own.
        public let isFromEnd: Bool
        /// Which state of the list asks; an answer to an earlier one is dropped.
        public let generation: Int

        public var cursor: String? { page.cursor }

        /// The reading for it: nothing waits for rows that are not in sight yet.
        func lane(_ reading: Work) -> Work { page.isInSight ? reading : reading.inAdvance }
    }

    public private(set) var pages: PagedRows<Row>
    public private(set) var window = ListWindow()
    public private(set) var isFromEnd = false
    public private(set) var selected: Set<Row.ID> = []
    /// Selected rows that the last reading again did not show: they are further on, or no longer in the list.
    public private(set) var unconfirmed: Set<Row.ID> = []
    private var isSelectionDoubtful = false
    /// Where a range that is being selected began.
    private var rangeStart: Int?
    private var generation = 0
    /// The row to put the cursor on once it is there again.
    private var wantedID: Row.ID?
    /// A row that is new, to put the cursor on before all others.
    private var soughtID: Row.ID?
    /// How many rows the cursor still has to go, once those on its way were read.
    private var owed = 0

    /// The most rows that a move goes beyond those in memory.
    private static var farthestMove: Int { 2_000 }

    public init(pageSize: Int = 50) { pages = PagedRows(pageSize: pageSize) }

    // MARK: What there is

    public var isLoaded: Bool { pages.isLoaded }
    public var isEmpty: Bool { pages.isLoaded && pages.reached == 0 }
    public var total: Int { max(pages.total, pages.isTotalExact ? 0 : pages.reached) }
    public var isTotalExact: Bool { pages.isTotalExact }
    public var pageSize: Int { pages.pageSize }

    /// The row at a place of the list as it is seen; `nil` where it is not in memory.
    public subscript(index: Int) -> Row? {
        get { pages[number(index)] }
        set { pages[number(index)] = newValue }
    }

    /// The row with the cursor.
    public var current: Row? { window.count > 0 ? self[window.cursor] : nil }
    /// The cursor's place in the whole list, from 1.
    public var position: Int { isFromEnd ? max(1, total - number(window.cursor)) : window.cursor + 1 }
    /// The rows in memory, in the order in which they are seen.
    public var inMemory: [Row] { isFromEnd ? pages.rows.reversed() : pages.rows }

    public func index(of id: Row.ID) -> Int? {
        pages.rows.firstIndex { $0.id == id }.map { index(number: $0 + pages.first) }
    }

    private func number(_ index: Int) -> Int { isFromEnd ? pages.reached - 1 - index : index }
    private func index(number: Int) -> Int { isFromEnd ? pages.reached - 1 - number : number }

    // MARK: Fetching

    /// What to fetch for what is in sight, or `nil` when it is there.
    public var fetch: Fetch? {
        // What is owed lies beyond the end of the rows that were met: after the last, or before the first.
        let sight = window.offset + min(owed, 0)..<window.offset + max(window.height, 1) + max(owed, 0)
        let wanted = isFromEnd ? max(0, number(sight.upperBound - 1))..<number(sight.lowerBound) + 1 : sight
        return pages.fetch(for: wanted).map { Fetch(page: $0, isFromEnd: isFromEnd, generation: generation) }
    }

    /// Takes the rows of a fetch.
    public mutating func take(
        _ rows: [Row], at fetch: Fetch, nextCursor: String?, total: Int, isTotalExact: Bool = true
    ) {
        guard fetch.generation == generation else { return }
        let wasLoaded = pages.isLoaded
        let before = pages.reached
        pages.take(rows, at: fetch.page, nextCursor: nextCursor, total: total, isTotalExact: isTotalExact)
        window.update(count: pages.reached, mayGrow: pages.mayGrow)
        if isFromEnd {
            if wasLoaded {
                shift(by: pages.reached - before)
            } else {
                window.goBottom()
            }
        }
        restoreCursor()
        if isSelectionDoubtful {
            isSelectionDoubtful = false
            unconfirmed = selected.subtracting(pages.rows.map(\.id))
        }
        if owed != 0 { step(by: owed) }
    }

    /// Begins anew, for another filter or order. The cursor goes to the first row and nothing is selected. What is in
    /// sight stays until the new rows are there, so that nothing flickers while a filter is typed.
    public mutating func reset() {
        if isFromEnd || !isLoaded {
            restart(fromEnd: false)
        } else {
            generation += 1
            pages.restart()
            owed = 0
            window.update(count: pages.reached)
        }
        clearSelection()
        wantedID = nil
        soughtID = nil
        window.goTop()
    }

    /// Reads the rows again, because something changed; the cursor stays on its row where that is still near.
    public mutating func reload() {
        wantedID = current?.id ?? wantedID
        isSelectionDoubtful = !selected.isEmpty
        generation += 1
        pages.invalidate()
    }

    /// Puts the cursor on a row once it is read, because it was just made.
    public mutating func seek(_ id: Row.ID) { soughtID = id }

    private mutating func restart(fromEnd: Bool) {
        generation += 1
        isFromEnd = fromEnd
        pages = PagedRows(pageSize: pages.pageSize, capacity: pages.capacity)
        rangeStart = nil
        owed = 0
        window.update(count: 0, mayGrow: true)
    }

    /// Rows were put in or taken out in front of all: the same row keeps the cursor and its place on the screen.
    private mutating func shift(by rows: Int) {
        window.shift(by: rows)
        rangeStart = rangeStart.map { $0 + rows }
    }

    private mutating func restoreCursor() {
        if let index = soughtID.flatMap({ index(of: $0) }) ?? wantedID.flatMap({ index(of: $0) }) {
            window.move(to: index)
        }
        wantedID = nil
        soughtID = nil
    }

    // MARK: Moving

    public mutating func resize(height: Int) { window.resize(height: height) }
    public mutating func move(by steps: Int) { step(by: steps) }
    public mutating func move(to index: Int) { moved { $0.move(to: index) } }
    public mutating func halfPage(_ halves: Int) { moved { $0.halfPage(halves) } }

    /// Moves by pages with one row kept in sight.
    public mutating func page(_ pages: Int) {
        let before = window.cursor
        moved { $0.page(pages) }
        owe(max(1, window.height - 1) * min(max(pages, -1_000), 1_000) - (window.cursor - before))
    }

    public mutating func scroll(by rows: Int) { moved { $0.scroll(by: rows) } }

    public mutating func goTop() {
        if isFromEnd { restart(fromEnd: false) }
        moved { $0.goTop() }
    }

    public mutating func goBottom() {
        if !isFromEnd, pages.mayGrow { restart(fromEnd: true) }
        moved { $0.goBottom() }
    }

    private mutating func step(by steps: Int) {
        let before = window.cursor
        moved { $0.move(by: steps) }
        owe(min(max(steps, -100_000), 100_000) - (window.cursor - before))
    }

    /// Remembers a move that went as far as there are rows, where there may be more.
    private mutating func owe(_ rest: Int) {
        guard pages.mayGrow, isFromEnd ? rest < 0 : rest > 0 else { return }
        owed = min(max(rest, -Self.farthestMove), Self.farthestMove)
    }

    private mutating func moved(_ change: (inout ListWindow) -> Void) {
        wantedID = nil
        soughtID = nil
        owed = 0
        change(&window)
        if let rangeStart { selectRange(from: rangeStart) }
    }

    // MARK: Selecting

    /// Whether a range is being selected: moving the cursor then extends it.
    public var isSelectingRange: Bool { rangeStart != nil }

    public func isSelected(_ row: Row) -> Bool { selected.contains(row.id) }

    public mutating func toggleSelection() {
        guard let id = current?.id else { return }
        if selected.remove(id) == nil { selected.insert(id) }
    }

    /// Begins a range at the cursor, or ends the one that is being selected.
    public mutating func toggleRange() {
        guard rangeStart == nil else {
            rangeStart = nil
            return
        }
        rangeStart = window.cursor
        selectRange(from: window.cursor)
    }

    public mutating func select(_ ids: some Sequence<Row.ID>) { selected.formUnion(ids) }
    public mutating func deselect(_ id: Row.ID) { selected.remove(id) }

    /// The range that is being selected stays as it is: moving the cursor no longer extends it.
    public mutating func endRange() { rangeStart = nil }

    public mutating func clearSelection() {
        selected = []
        unconfirmed = []
        isSelectionDoubtful = false
        endRange()
    }

    /// Gives each doubtful row of the selection once.
    mutating func takeUnconfirmed() -> Set<Row.ID> {
        defer { unconfirmed = [] }
        return unconfirmed.intersection(selected)
    }

    /// Whether every row of the list is in memory.
    var isWhole: Bool { pages.isLoaded && !pages.mayGrow && pages.rows.count == pages.reached }

    private mutating func selectRange(from start: Int) {
        for index in max(0, min(start, window.cursor))...max(start, window.cursor) {
            if let row = self[index] { selected.insert(row.id) }
        }
    }

    // MARK: Changing rows

    /// Takes a row out, because it moved elsewhere; the cursor goes to the one after it.
    @discardableResult
    public mutating func remove(_ id: Row.ID) -> Row? {
        guard let index = index(of: id), let row = pages.remove(at: number(index)) else { return nil }
        window.update(count: pages.reached, mayGrow: pages.mayGrow)
        if index < window.cursor { shift(by: -1) }
        return row
    }

    /// Puts a row in front, because it came from elsewhere.
    public mutating func insertFirst(_ row: Row) {
        guard pages.isLoaded, !isFromEnd else { return }
        pages.insert(row, at: 0)
        window.update(count: pages.reached, mayGrow: pages.mayGrow)
        // The cursor stays on its row; the new one comes into sight where the top of the list was.
        if window.offset > 0 {
            shift(by: 1)
        } else if window.cursor > 0 {
            window.move(by: 1)
        }
    }

    /// Puts a row where it was.
    public mutating func insert(_ row: Row, at index: Int) {
        guard pages.isLoaded else { return }
        pages.insert(row, at: isFromEnd ? pages.reached - index : index)
        window.update(count: pages.reached, mayGrow: pages.mayGrow)
    }

    public mutating func replace(_ row: Row) {
        if let index = index(of: row.id) { self[index] = row }
    }
}

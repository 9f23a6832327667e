import Scrolling
import Testing

@testable import Workstation

/// A row that stands for itself.
private struct Number: Identifiable, Sendable, Hashable {
    let id: Int
}

/// The engine's part: a sorted array that is read by pages in either direction.
private struct Shelf {
    var rows: [Int]
    var isTotalExact = true
    /// Pages that were asked for.
    var readings = 0

    /// Answers a fetch and everything that it makes the list ask for.
    mutating func serve(_ list: inout RowList<Number>) {
        var rounds = 0
        while let fetch = list.fetch {
            rounds += 1
            precondition(rounds < 80, "the list never has enough")
            readings += 1
            let (page, next) = page(fetch)
            list.take(
                page.map(Number.init), at: fetch, nextCursor: next, total: rows.count, isTotalExact: isTotalExact)
        }
    }

    func page(_ fetch: RowList<Number>.Fetch) -> (rows: [Int], next: String?) {
        let ordered = fetch.isFromEnd ? rows.reversed() : rows
        let after = fetch.cursor.flatMap(Int.init)
        let rest = ordered.filter { row in after.map { fetch.isFromEnd ? row < $0 : row > $0 } ?? true }
        let page = Array(rest.prefix(fetch.page.limit))
        return (page, rest.count > page.count ? page.last.map(String.init) : nil)
    }
}

/// Randomness that is the same in every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

/// A list that pages through an array must show what the array has, whatever is done to it.
struct RowListTests {
    /// What must hold once nothing is left to fetch.
    private func check(_ list: RowList<Number>, _ shelf: Shelf, _ step: String) {
        let reached = list.window.count
        #expect(reached <= shelf.rows.count, "\(step)")
        let first = list.isFromEnd ? shelf.rows.count - reached : 0
        for index in list.window.visible {
            #expect(list[index]?.id == shelf.rows[first + index], "\(step): row \(index)")
        }
        #expect(list.isEmpty == shelf.rows.isEmpty, "\(step)")
        if shelf.isTotalExact, let current = list.current {
            #expect(list.total == shelf.rows.count, "\(step)")
            #expect(shelf.rows[list.position - 1] == current.id, "\(step): position")
        }
        let inSight = min(shelf.rows.count, list.window.height)
        #expect(list.window.visible.count >= min(inSight, reached), "\(step)")
        #expect(list.pages.rows.count <= list.pages.capacity + PagedRows<Number>.largestPage, "\(step)")
    }

    /// Rows that will be in sight soon are read beside everything else; those that are, are waited for.
    @Test(arguments: [false, true])
    func onlyRowsInSightAreWaitedFor(_ isFromEnd: Bool) throws {
        var list = RowList<Number>(pageSize: 50)
        list.resize(height: 10)
        func lane() throws -> Work.Lane {
            try #require(list.fetch).lane(.read(Work.Slot("rows")) { _ in { _ in [] } }).lane
        }
        #expect(try lane() == .read(Work.Slot("rows")))
        var shelf = Shelf(rows: Array(0..<1_000))
        shelf.serve(&list)
        if isFromEnd {
            list.goBottom()
            #expect(try lane() == .read(Work.Slot("rows")))
            shelf.serve(&list)
        }
        let step = isFromEnd ? -1 : 1
        #expect(list.fetch == nil)
        list.move(by: 30 * step)
        #expect(try lane() == .ahead(Work.Slot("rows")))
        list.move(by: 40 * step)
        #expect(try lane() == .read(Work.Slot("rows")))
        shelf.serve(&list)
        #expect(list.fetch == nil)
        list.reload()
        #expect(try lane() == .read(Work.Slot("rows")))
    }

    @Test("Any sequence of moves shows the rows of the array", arguments: 0..<60)
    func randomMoves(seed: UInt64) {
        var dice = Dice(state: seed &* 77 &+ 5)
        let count = [0, 1, 7, 49, 50, 51, 320, 2_000][Int(seed % 8)]
        var shelf = Shelf(rows: (0..<count).map { $0 * 10 }, isTotalExact: !seed.isMultiple(of: 5))
        var list = RowList<Number>(pageSize: 50)
        list.resize(height: Int.random(in: 1...60, using: &dice))
        shelf.serve(&list)
        for step in 0..<120 {
            let name: String
            switch Int.random(in: 0..<12, using: &dice) {
            case 0, 1:
                let steps = Int.random(in: -5...30, using: &dice)
                list.move(by: steps)
                name = "move \(steps)"
            case 2, 3:
                let pages = Int.random(in: -4...6, using: &dice)
                list.page(pages)
                name = "page \(pages)"
            case 4:
                list.goTop()
                name = "top"
            case 5:
                list.goBottom()
                name = "bottom"
            case 6:
                list.reload()
                name = "reload"
            case 7:
                let height = Int.random(in: 1...60, using: &dice)
                list.resize(height: height)
                name = "height \(height)"
            case 8:
                list.scroll(by: Int.random(in: -40...40, using: &dice))
                name = "scroll"
            case 9:
                guard let row = list.current else { continue }
                shelf.rows.removeAll { $0 == row.id }
                list.remove(row.id)
                name = "remove \(row.id)"
            case 10:
                guard !list.isFromEnd, let first = shelf.rows.first else { continue }
                shelf.rows.insert(first - 10, at: 0)
                list.insertFirst(Number(id: first - 10))
                name = "insert \(first - 10)"
            default:
                list.reset()
                name = "reset"
            }
            shelf.serve(&list)
            check(list, shelf, "seed \(seed), step \(step), \(name)")
        }
    }

    @Test("The last row is as near as the first, and so is the first from there")
    func ends() {
        var shelf = Shelf(rows: Array(0..<100_000))
        var list = RowList<Number>()
        list.resize(height: 20)
        shelf.serve(&list)
        list.goBottom()
        shelf.serve(&list)
        #expect(list.current?.id == 99_999)
        #expect(list.position == 100_000)
        for _ in 0..<3 {
            list.page(-1)
            shelf.serve(&list)
        }
        #expect(list.current?.id == 99_942)
        list.goTop()
        shelf.serve(&list)
        #expect(list.current?.id == 0)
        #expect(shelf.readings < 8, "no page of the middle was read")
    }

    @Test("A count goes beyond what was read, in either direction")
    func counts() {
        var shelf = Shelf(rows: Array(0..<3_000))
        var list = RowList<Number>()
        list.resize(height: 20)
        shelf.serve(&list)
        list.move(by: 700)
        shelf.serve(&list)
        #expect(list.current?.id == 700)
        list.page(10)
        shelf.serve(&list)
        #expect(list.current?.id == 890)
        list.goBottom()
        shelf.serve(&list)
        list.page(-10)
        shelf.serve(&list)
        #expect(list.current?.id == 2_809)
        list.move(by: 500)
        shelf.serve(&list)
        #expect(list.current?.id == 2_999)
    }

    @Test("Going far down and to the top again reads no more than the top")
    func backToTop() {
        var shelf = Shelf(rows: Array(0..<5_000))
        var list = RowList<Number>()
        list.resize(height: 40)
        shelf.serve(&list)
        for _ in 0..<60 {
            list.page(1)
            shelf.serve(&list)
        }
        let before = shelf.readings
        list.goTop()
        shelf.serve(&list)
        #expect(list.current?.id == 0)
        #expect(shelf.readings - before <= 2)
    }

    @Test("Reading again keeps the cursor on its row, where rows came in before it")
    func reload() {
        var shelf = Shelf(rows: (0..<300).map { $0 * 10 })
        var list = RowList<Number>()
        list.resize(height: 20)
        shelf.serve(&list)
        list.move(by: 30)
        shelf.serve(&list)
        shelf.rows.insert(contentsOf: [1, 2, 3], at: 1)
        list.reload()
        #expect(list.current?.id == 300, "what was there is shown until the rows are read")
        shelf.serve(&list)
        #expect(list.current?.id == 300)
        #expect(list.position == 34)
    }

    @Test("An answer to an earlier question is left out")
    func lateAnswer() throws {
        let shelf = Shelf(rows: Array(0..<100))
        var list = RowList<Number>()
        list.resize(height: 10)
        let early = try #require(list.fetch)
        list.reset()
        list.take([Number(id: 7)], at: early, nextCursor: nil, total: 1)
        #expect(!list.isLoaded)
        let late = try #require(list.fetch)
        let page = shelf.page(late)
        list.take(page.rows.map(Number.init), at: late, nextCursor: page.next, total: 100)
        #expect(list.current?.id == 0)
    }

    @Test("Another filter keeps the old rows in sight until the new ones are there")
    func reset() {
        var shelf = Shelf(rows: Array(0..<100))
        var list = RowList<Number>()
        list.resize(height: 10)
        shelf.serve(&list)
        list.move(by: 70)
        shelf.serve(&list)
        list.select([3])
        list.reset()
        #expect(list.window.visible == 0..<10)
        #expect(list[0] != nil)
        #expect(list.selected.isEmpty)
        shelf.rows = [500]
        shelf.serve(&list)
        #expect(list.window.count == 1)
        #expect(list.current?.id == 500)
        #expect(list.total == 1)
    }

    @Test("A range takes in what the cursor passes")
    func range() {
        var shelf = Shelf(rows: Array(0..<100))
        var list = RowList<Number>()
        list.resize(height: 10)
        shelf.serve(&list)
        list.move(by: 4)
        list.toggleRange()
        list.move(by: 3)
        #expect(list.selected == [4, 5, 6, 7])
        list.toggleRange()
        list.move(by: 3)
        #expect(list.selected == [4, 5, 6, 7])
        list.toggleSelection()
        #expect(list.selected.contains(10))
        list.clearSelection()
        #expect(list.selected.isEmpty)
    }

    @Test("A row that is put back is where it was")
    func putBack() throws {
        var shelf = Shelf(rows: Array(0..<100))
        var list = RowList<Number>()
        list.resize(height: 10)
        shelf.serve(&list)
        list.move(by: 5)
        let removed = list.remove(5)
        let row = try #require(removed)
        #expect(list.current?.id == 6)
        #expect(list.total == 99)
        list.insert(row, at: 5)
        #expect(list[5]?.id == 5)
        #expect(list[6]?.id == 6)
        #expect(list.total == 100)
    }
}

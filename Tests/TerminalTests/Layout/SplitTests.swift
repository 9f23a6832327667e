import Testing

@testable import Terminal

@Suite struct SplitTests {
    @Test func splits() {
        #expect(Split.lengths(100, [.fixed(20), .min(10), .percent(30)]) == [20, 50, 30])
        #expect(Split.lengths(21, [.min(0), .min(0)], gap: 1) == [10, 10])
        #expect(Split.lengths(10, [.fixed(8), .min(8)]) == [8, 2])
        #expect(Split.lengths(5, [.fixed(8), .min(8)]) == [5, 0])
        #expect(Split.lengths(0, [.min(1)]) == [0])
    }

    @Test func neverMoreThanThereIs() {
        for total in 0..<60 {
            let parts: [Constraint] = [.percent(50), .fixed(7), .min(3), .percent(60), .min(0)]
            let lengths = Split.lengths(total, parts, gap: 1)
            #expect(lengths.allSatisfy { $0 >= 0 })
            #expect(lengths.reduce(0, +) <= max(0, total - 4))
        }
    }

    @Test func rectangles() {
        let parts = Rect(x: 1, y: 2, width: 20, height: 10).columns([.fixed(5), .min(0)], gap: 1)
        #expect(
            parts == [Rect(x: 1, y: 2, width: 5, height: 10), Rect(x: 7, y: 2, width: 14, height: 10)])
    }

    @Test func tablesLeaveOutTheLeastImportant() {
        let columns = [
            TableColumn("name", title: "Name", minimum: 10, priority: 0),
            TableColumn("job", title: "Job", minimum: 10, maximum: 12, priority: 1),
            TableColumn("source", title: "Source", minimum: 10, maximum: 20, priority: 3),
            TableColumn("days", title: "Days", minimum: 4, maximum: 4, priority: 2, alignment: .right),
        ]
        #expect(TableLayout(columns, width: 30).slots.map(\.column) == [0, 1, 3])
        #expect(TableLayout(columns, width: 8).slots.map(\.column) == [0])
        let wide = TableLayout(columns, width: 100)
        #expect(wide.slots.map(\.width) == [58, 12, 20, 4])
        #expect(wide.slots.last.map { $0.x + $0.width } == 100)
        let buffer = CellBuffer(size: Size(width: 30, height: 1))
        let texts = ["Zoé", "Night nurse", "?", "9"]
        TableLayout(columns, width: 30).draw(texts, columns: columns, on: buffer.canvas, y: 0)
        #expect(buffer.text == ["Zoé          Night nurse     9"])
    }
}

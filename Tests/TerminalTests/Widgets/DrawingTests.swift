import Scrolling
import Testing

@testable import Terminal

@Suite struct DrawingTests {
    @Test func bars() {
        #expect(Bars.text(0, width: 4) == "")
        #expect(Bars.text(0.001, width: 4) == "▏")
        #expect(Bars.text(0.5, width: 4) == "██")
        #expect(Bars.text(2, width: 4) == "████")
        #expect(Bars.blocks(0.1, width: 4) == "▇")
        #expect(Bars.spark([0, 1, 8], width: 3) == " ▁█")
    }

    @Test func modal() {
        let buffer = CellBuffer(size: Size(width: 24, height: 5))
        let inside = ModalFrame.draw(on: buffer.canvas, title: "Reject", size: Size(width: 12, height: 2))
        inside.put("Reason *", at: .zero, style: .formLabel)
        #expect(inside.size == Size(width: 12, height: 3))
        #expect(
            buffer.text == [
                "    ┌─ Reject ─────┐", "    │ Reason *     │", "    │              │", "    │              │",
                "    └──────────────┘",
            ])
    }

    @Test func menuOpensWhereThereIsRoom() {
        let buffer = CellBuffer(size: Size(width: 30, height: 5))
        var menu = PopupMenu([.init("Sort", hint: "s"), .init("Hire", disabledReason: "no offer")], cursor: 1)
        #expect(menu.draw(on: buffer.canvas, below: Point(x: 2, y: 0)).y == 1)
        #expect(menu.draw(on: buffer.canvas, below: Point(x: 2, y: 4)).y == 2)
        #expect(menu.chosen == nil)
        menu.window.move(by: -1)
        #expect(menu.chosen?.label == "Sort")
    }

    @Test func hintsAreWhole() {
        let buffer = CellBuffer(size: Size(width: 20, height: 1))
        let hints = [("L", "move on"), ("H", "back"), ("x", "reject")]
        let places = KeyHints.draw(hints.map { ($0.0, $0.1) }, on: buffer.canvas, at: .zero, width: 20)
        #expect(buffer.text == ["L move on  H back"])
        #expect(places.map(\.columns) == [0..<9, 11..<17])
    }

    @Test func theLastHintsKeepTheirPlace() {
        let hints = [("L", "move on"), ("H", "back"), ("x", "reject"), ("?", "keys")]
        func drawn(_ width: Int) -> [Int] {
            let buffer = CellBuffer(size: Size(width: width, height: 1))
            let given = hints.map { (keys: $0.0, text: $0.1) }
            return KeyHints.draw(given, on: buffer.canvas, at: .zero, width: width, keepingLast: 2).map(\.index)
        }
        #expect(drawn(35) == [0, 1, 2, 3])
        #expect(drawn(34) == [0, 2, 3])
        #expect(drawn(24) == [1, 2, 3])
        #expect(drawn(23) == [2, 3])
        #expect(drawn(15) == [1, 3])
        #expect(drawn(13) == [3])
        #expect(drawn(5) == [])
    }

    @Test func scrollbarAndToast() {
        let buffer = CellBuffer(size: Size(width: 12, height: 4))
        var window = ListWindow(count: 40, height: 4)
        window.goBottom()
        buffer.canvas.scrollbar(window, rect: buffer.canvas.bounds)
        Toast.draw("Moved", isError: false, on: buffer.canvas, y: 1)
        #expect(buffer.text == ["           │", "    ✓ Moved", "           │", "           ┃"])
    }
}

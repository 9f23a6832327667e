import Scrolling
import Testing

@Suite struct ListWindowTests {
    @Test func holdsItsPromisesWhateverHappens() {
        var seed: UInt64 = 3
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        var window = ListWindow(count: 50, height: 10, margin: 2)
        for _ in 0..<20_000 {
            switch random(10) {
            case 0: window.move(by: random(41) - 20)
            case 1: window.page(random(5) - 2)
            case 2: window.scroll(by: random(31) - 15)
            case 3: window.update(count: random(120), mayGrow: random(2) == 0)
            case 4: window.resize(height: random(30))
            case 5: window.shift(by: random(21) - 10)
            case 6: window.goBottom()
            case 7: window.halfPage(random(3) - 1)
            case 8: window.margin = random(6)
            default: window.move(to: random(200) - 50)
            }
            #expect(window.cursor >= 0 && window.cursor < max(1, window.count))
            #expect(window.offset >= 0)
            if window.height > 0 {
                if window.count > 0 { #expect(window.visible.contains(window.cursor)) }
                #expect(window.offset <= max(0, window.count - window.height))
                #expect(window.above + window.visible.count + window.below == window.count)
            }
        }
    }

    @Test func scrollsOnlyWhenTheCursorWouldLeave() {
        var window = ListWindow(count: 100, height: 10)
        window.move(to: 9)
        #expect(window.offset == 0)
        window.move(by: 1)
        #expect(window.offset == 1)
        window.move(by: -5)
        #expect(window.offset == 1)
        #expect(window.cursorRow == 4)
        #expect(window.item(atRow: 0) == 1)
        #expect(window.item(atRow: 10) == nil)
    }

    @Test func theWheelMovesTheWindowNotTheCursor() {
        var window = ListWindow(count: 100, height: 10)
        window.move(to: 5)
        window.scroll(by: 3)
        #expect(window.offset == 3)
        #expect(window.cursor == 5)
        window.scroll(by: 10)
        #expect(window.cursor == 13)
    }

    @Test func asksForMore() {
        var window = ListWindow(count: 40, height: 10, mayGrow: true)
        #expect(!window.needsMore)
        window.move(to: 30)
        #expect(window.needsMore)
        window.update(count: 80)
        #expect(!window.needsMore)
        #expect(window.cursor == 30)
    }

    @Test func keepsTheItemWhenRowsComeBefore() {
        var window = ListWindow(count: 40, height: 10)
        window.move(to: 20)
        let row = window.cursorRow
        window.update(count: 45)
        window.shift(by: 5)
        #expect(window.cursor == 25)
        #expect(window.cursorRow == row)
    }
}

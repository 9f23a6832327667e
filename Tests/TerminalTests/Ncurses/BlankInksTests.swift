import Testing

@testable import Terminal

@Suite struct BlankInksTests {
    /// Pens: 0 the background's, 1 other words, 2 a rule, 3 on another background, 4 underlined.
    private static let pens = [
        Pen(foreground: .index(7), background: .index(0)), Pen(foreground: .index(3), background: .index(0)),
        Pen(foreground: .index(5), background: .index(0)), Pen(foreground: .index(7), background: .index(4)),
        Pen(foreground: .index(7), background: .index(0), attributes: .underline),
    ]

    /// A row from its letters and the digits of their pens.
    private func row(_ letters: String, _ pens: String) -> [Ink] {
        zip(letters.unicodeScalars, pens.utf8).map { letter, digit in
            Ink(glyph: Glyph(scalar: letter.value), pen: UInt16(digit - 48))
        }
    }

    private func settled(_ next: [Ink], over shown: [Ink], hand: UInt16? = nil) -> (pens: String, hand: UInt16?) {
        var inks = next
        var blanks = BlankInks(pens: Self.pens, background: 0, hand: hand)
        blanks.settle(&inks, over: shown[...])
        #expect(inks.map(\.glyph) == next.map(\.glyph))
        for (ink, wanted) in zip(inks, next) {
            let looks = Self.pens[Int(ink.pen)].blanksLike(Self.pens[Int(wanted.pen)])
            #expect(ink.pen == wanted.pen || ink.glyph.isBlank && looks)
        }
        return (inks.map { String($0.pen) }.joined(), blanks.hand)
    }

    @Test func blanksBetweenChangedWordsTakeTheirPen() {
        let result = settled(row("ab cd", "11211"), over: row("xy zw", "00000"))
        #expect(result.pens == "11111")
        #expect(result.hand == 1)
    }

    @Test func whatIsWipedTakesThePenAtHand() {
        #expect(settled(row("a    ", "12222"), over: row("xyzuv", "00000")).pens == "11111")
        #expect(settled(row("     ", "22222"), over: row("xyzuv", "00000"), hand: 1).pens == "11111")
    }

    @Test func anUnchangedBlankKeepsItsPen() {
        #expect(settled(row("a       b", "100000000"), over: row("a       b", "122222220")).pens == "122222220")
        // Far from what changes it is not written again.
        #expect(settled(row("a        c", "1000000001"), over: row("x        y", "0222222220")).pens == "1222222221")
    }

    @Test func aBlankThatLooksDifferentIsNeverTakenForAnother() {
        #expect(settled(row("a b", "131"), over: row("a b", "111")).pens == "131")
        #expect(settled(row("a b", "141"), over: row("x y", "000")).pens == "141")
    }

    @Test func aLongEndIsErasedWithThePenOfTheBackground() {
        let words = String(repeating: "x", count: 30)
        let blanks = String(repeating: " ", count: 30)
        let pens = String(repeating: "2", count: 30)
        #expect(
            settled(row(blanks, pens), over: row(words, pens), hand: 1).pens == String(repeating: "0", count: 30))
    }
}

import Testing

@testable import Terminal

@Suite struct CellBufferTests {
    private func buffer(_ width: Int = 10, _ height: Int = 1) -> CellBuffer {
        CellBuffer(size: Size(width: width, height: height))
    }

    @Test func overwritingTheRightHalfClearsTheLeft() {
        let buffer = buffer()
        buffer.canvas.put("a李b", at: .zero)
        buffer.canvas.put("x", at: Point(x: 2, y: 0))
        #expect(buffer.text == ["a xb"])
    }

    @Test func overwritingTheLeftHalfClearsTheRight() {
        let buffer = buffer()
        buffer.canvas.put("a李b", at: .zero)
        buffer.canvas.put("x", at: Point(x: 1, y: 0))
        #expect(buffer.text == ["ax b"])
    }

    @Test func aWideCharacterOverTwoHalves() {
        let buffer = buffer()
        buffer.canvas.put("李小", at: .zero)
        buffer.canvas.put("龙", at: Point(x: 1, y: 0))
        #expect(buffer.text == [" 龙"])
        #expect(buffer[3, 0].glyph == .blank)
    }

    @Test func theLastColumnIsPadded() {
        let buffer = buffer(4)
        buffer.canvas.put("abc李", at: .zero)
        #expect(buffer.text == ["abc"])
    }

    @Test func everyWideGlyphKeepsBothHalves() {
        var seed: UInt64 = 7
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        let buffer = buffer(12, 3)
        let texts = ["a", "李", "é👩‍💻", "🇫🇷x", "  ", "한글"]
        for _ in 0..<2_000 {
            let rect = Rect(x: random(12), y: random(3), width: random(8), height: 2)
            let text = texts[random(texts.count)]
            buffer.canvas.subview(rect).put(text, at: Point(x: random(6) - 2, y: 0), style: .ok)
            for y in 0..<3 {
                for x in 0..<12 {
                    let width = buffer[x, y].glyph.width
                    if width == 2 { #expect(x + 1 < 12 && buffer[x + 1, y].glyph.width == 0) }
                    if width == 0 { #expect(x > 0 && buffer[x - 1, y].glyph.width == 2) }
                }
            }
        }
    }

    @Test func clipsToTheSubview() {
        let buffer = buffer(10, 2)
        let view = buffer.canvas.subview(Rect(x: 3, y: 0, width: 4, height: 1))
        view.put("abcdefgh", at: Point(x: -1, y: 0))
        view.put("zz", at: Point(x: 0, y: 1))
        #expect(buffer.text == ["   bcde", ""])
        let inner = view.subview(Rect(x: 2, y: 0, width: 20, height: 1))
        inner.put("XYZ", at: .zero)
        #expect(buffer.text == ["   bcXY", ""])
    }

    @Test func aWideCharacterCutByTheLeftEdgeLeavesABlank() {
        let buffer = buffer(4)
        buffer.canvas.put("zzzz", at: .zero)
        buffer.canvas.subview(Rect(x: 1, y: 0, width: 3, height: 1)).put("李a", at: Point(x: -1, y: 0))
        #expect(buffer.text == ["z az"])
    }

    @Test func controlAndBidiNeverReachACell() {
        let buffer = buffer(30)
        buffer.canvas.put("a\u{1B}[2Jb\u{202E}c\u{9B}d\u{7}\u{200B}e\nf", at: .zero)
        #expect(buffer.text == ["a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d\u{FFFD}\u{FFFD}e f"])
    }

    @Test func clustersAreDrawnSafely() {
        let buffer = buffer(20)
        buffer.canvas.put("👩‍💻🇫🇷❤️|", at: .zero)
        #expect(buffer.text == ["👩FR❤|"])
        #expect(buffer[6, 0].glyph.scalar == UInt32(("|" as Unicode.Scalar).value))
    }

    @Test func combiningMarksStay() {
        let buffer = buffer(5)
        buffer.canvas.put("e\u{323}\u{302}x", at: .zero)
        #expect(buffer.text == ["e\u{323}\u{302}x"])
    }

    @Test func asciiOnly() {
        let buffer = CellBuffer(size: Size(width: 12, height: 3), asciiOnly: true)
        buffer.canvas.box(Rect(x: 0, y: 0, width: 6, height: 3))
        buffer.canvas.put("é●李", at: Point(x: 1, y: 1))
        #expect(buffer.text == ["+----+", "|e*? |", "+----+"])
    }

    @Test func truncatesToMaxWidthAndAlignsRight() {
        let buffer = buffer(12)
        #expect(buffer.canvas.put("Hélène Marchal", at: .zero, maxWidth: 7) == 7)
        buffer.canvas.putRight("2d", right: 12, y: 0)
        #expect(buffer.text == ["Hélène…   2d"])
    }

    @Test func snapshotNamesStyles() {
        let buffer = buffer(10, 2)
        buffer.canvas.put("ab", at: Point(x: 1, y: 0), style: .accent)
        buffer.canvas.put("c", at: Point(x: 0, y: 1), style: .named("card.flag"))
        #expect(buffer.snapshot(styles: true) == " ab\nc\n--- styles\n0: 1-2 accent\n1: 0-0 card.flag\n")
    }

    @Test func restyleTakesBothHalves() {
        let buffer = buffer(4)
        buffer.canvas.put("李a", at: .zero)
        buffer.canvas.restyle(Rect(x: 1, y: 0, width: 1, height: 1), .selection)
        #expect(buffer[0, 0].style == .selection)
        #expect(buffer[2, 0].style == .text)
    }
}

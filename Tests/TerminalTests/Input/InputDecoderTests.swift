import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
    static let stream: [(bytes: String, events: [Event])] = [
        ("a", [.key(Key("a"))]), ("é", [.key(Key("é"))]), ("李", [.key(Key("李"))]), ("😀", [.key(Key("😀"))]),
        ("\r", [.key(.enter)]), ("\t", [.key(.tab)]), ("\u{7F}", [.key(.backspace)]),
        ("\u{1}", [.key(Key("a", .control))]), ("\u{0}", [.key(Key(" ", .control))]),
        ("\u{1B}x", [.key(Key("x", .alt))]), ("\u{1B}é", [.key(Key("é", .alt))]),
        ("\u{1B}[A", [.key(.up)]), ("\u{1B}OB", [.key(.down)]), ("\u{1B}[1;5D", [.key(Key(.left, .control))]),
        ("\u{1B}[1;2C", [.key(Key(.right, .shift))]), ("\u{1B}[3~", [.key(Key(.delete))]),
        ("\u{1B}[6;5~", [.key(Key(.pageDown, .control))]), ("\u{1B}[15~", [.key(Key(.function(5)))]),
        ("\u{1B}OP", [.key(Key(.function(1)))]), ("\u{1B}[24~", [.key(Key(.function(12)))]),
        ("\u{1B}[[A", [.key(Key(.function(1)))]), ("\u{1B}[Z", [.key(Key(.tab, .shift))]),
        ("\u{1B}[105;5u", [.key(Key("i", .control))]), ("\u{1B}[27;5;105~", [.key(Key("i", .control))]),
        ("\u{1B}[27u", [.key(.escape)]), ("\u{1B}[97;2u", [.key(Key("A"))]),
        ("\u{1B}[13;2u", [.key(Key(.enter, .shift))]),
        ("\u{1B}[1;2R", [.key(Key(.function(3), .shift))]),
        ("\u{1B}\u{1B}[A", [.key(Key(.up, .alt))]),
        ("\u{1B}[I", [.focus(true)]), ("\u{1B}[O", [.focus(false)]),
        ("\u{1B}[<0;10;20M", [.mouse(MouseEvent(.press, .left, at: Point(x: 9, y: 19)))]),
        ("\u{1B}[<0;300;20m", [.mouse(MouseEvent(.release, .left, at: Point(x: 299, y: 19)))]),
        ("\u{1B}[<65;1;1M", [.mouse(MouseEvent(.scrollDown, at: .zero))]),
        ("\u{1B}[<36;2;3M", [.mouse(MouseEvent(.drag, .left, at: Point(x: 1, y: 2), modifiers: .shift))]),
        ("\u{1B}[M !!", [.mouse(MouseEvent(.press, .left, at: .zero))]),
        ("\u{1B}[200~rm -rf\r\nq\u{1B}[31m\u{1B}[201~", [.paste("rm -rf\nq[31m")]),
        // Answers to queries, and what nobody knows.
        ("\u{1B}[?62;22c", []), ("\u{1B}[>41;354;0c", []), ("\u{1B}[24;80R", []), ("\u{1B}[?2026;2$y", []),
        ("\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{7}", []), ("\u{1B}]10;rgb:ff/ff/ff\u{1B}\\", []),
        ("\u{1B}P1$r0m\u{1B}\\", []), ("\u{1B}[99;99;99;99z", []), ("\u{1B}[0n", []),
        ("z", [.key(Key("z"))]),
    ]

    private func decode(_ chunks: [[UInt8]]) -> [Event] {
        var decoder = InputDecoder()
        var now: Int64 = 0
        var events: [Event] = []
        for chunk in chunks {
            events += decoder.feed(chunk, at: now)
            now += 5
        }
        return events + decoder.expire(at: now + 10_000)
    }

    @Test(arguments: stream.indices)
    func splitAtEveryPoint(index: Int) {
        let bytes = Array(Self.stream[index].bytes.utf8)
        #expect(decode([bytes]) == Self.stream[index].events)
        for split in 0...bytes.count {
            #expect(decode([Array(bytes[..<split]), Array(bytes[split...])]) == Self.stream[index].events)
        }
        #expect(decode(bytes.map { [$0] }) == Self.stream[index].events)
    }

    @Test func theWholeStreamAtOnceAndInPieces() {
        let bytes = Self.stream.flatMap { Array($0.bytes.utf8) }
        let events = Self.stream.flatMap(\.events)
        #expect(decode([bytes]) == events)
        for length in [1, 2, 3, 5, 7, 11, 64] {
            let chunks = stride(from: 0, to: bytes.count, by: length).map {
                Array(bytes[$0..<min($0 + length, bytes.count)])
            }
            #expect(decode(chunks) == events)
        }
    }

    @Test func aLoneEscapeWaitsForItsDelay() {
        var decoder = InputDecoder(settings: InputSettings(escapeDelay: 30))
        #expect(decoder.feed([0x1B], at: 100) == [])
        #expect(decoder.deadline == 130)
        #expect(decoder.expire(at: 129) == [])
        #expect(decoder.expire(at: 130) == [.key(.escape)])
        #expect(decoder.deadline == nil)
        #expect(decoder.feed(Array("j".utf8), at: 400) == [.key(Key("j"))])
    }

    @Test func aSequenceSplitByASlowLineIsNotTyped() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B], at: 0) == [])
        #expect(decoder.feed(Array("[A".utf8), at: 60) == [.key(.escape), .key(.up)])
    }

    @Test func anUnfinishedSequenceIsGivenUp() {
        var decoder = InputDecoder()
        #expect(decoder.feed(Array("\u{1B}[1;".utf8), at: 0) == [])
        #expect(decoder.expire(at: 10_000) == [])
        #expect(decoder.feed(Array("j".utf8), at: 10_001) == [.key(Key("j"))])
        #expect(decoder.feed(Array("\u{1B}[".utf8), at: 20_000) == [])
        #expect(decoder.expire(at: 30_000) == [.key(Key("[", .alt))])
    }

    @Test func aPasteIsLimitedAndNeverTyped() {
        var settings = InputSettings()
        settings.pasteLimit = 4
        var decoder = InputDecoder(settings: settings)
        let bytes = Array("\u{1B}[200~abcdefgh\u{1B}[201~j".utf8)
        #expect(decoder.feed(bytes, at: 0) == [.paste("abcd"), .key(Key("j"))])
    }

    @Test func badBytesAreSwallowed() {
        #expect(decode([[0xFF, 0xC3, 0x28, 0xC0, 0x80, 0x61]]) == [.key(Key("(")), .key(Key("a"))])
        #expect(decode([[0xC2, 0x9B, 0x61]]) == [.key(Key("a"))])
    }

    @Test func noBytesAreEverLostForGood() {
        var seed: UInt64 = 99
        var decoder = InputDecoder()
        var now: Int64 = 0
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let choices: [UInt8] = [0x1B, 0x5B, 0x3B, 0x31, 0x4D, 0x7E, 0x41, UInt8(truncatingIfNeeded: seed >> 40)]
            _ = decoder.feed([choices[Int(seed >> 33) % choices.count]], at: now)
            now += 1
        }
        now += 100_000
        _ = decoder.expire(at: now)
        _ = decoder.feed(Array("\u{1B}[201~\u{1B}\\".utf8), at: now)
        _ = decoder.expire(at: now + 100_000)
        #expect(decoder.feed(Array("j".utf8), at: now + 200_000) == [.key(Key("j"))])
    }

    @Test func terminalKeysWin() {
        var settings = InputSettings()
        settings.terminalKeys = [[0x1B, 0x5B, 0x48, 0x7E]: Key(.home), [0x08]: .backspace]
        var decoder = InputDecoder(settings: settings)
        #expect(decoder.feed([0x08], at: 0) == [.key(.backspace)])
    }
}

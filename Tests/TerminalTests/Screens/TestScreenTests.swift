import Testing

@testable import Terminal

@Suite struct TestScreenTests {
    @Test func givesKeysAndKeepsFrames() {
        let screen = TestScreen(width: 10, height: 2)
        screen.press("j <Enter>")
        screen.send(.resize(Size(width: 12, height: 2)))
        #expect(screen.waitForEvents(timeout: nil) == [.key(Key("j"))])
        #expect(screen.waitForEvents(timeout: nil) == [.key(.enter)])
        #expect(screen.waitForEvents(timeout: nil) == [.resize(Size(width: 12, height: 2))])
        screen.waker.wake()
        #expect(screen.waitForEvents(timeout: nil) == [.wakeup])
        #expect(screen.waitForEvents(timeout: 5) == [.tick])
        #expect(screen.now == 5)
        let frame = screen.makeFrame()
        #expect(frame.size.width == 12)
        frame.canvas.put("hello", at: .zero, style: .ok)
        screen.present(frame, theme: .bare, cursor: Point(x: 1, y: 0))
        frame.clear()
        #expect(screen.snapshot() == "hello\n")
        #expect(screen.frames == ["hello\n"])
    }

    @Test func osc52() {
        #expect(Clipboard.base64(Array("Zoé".utf8)) == "Wm/DqQ==")
        #expect(Clipboard.base64(Array("ab".utf8)) == "YWI=")
        #expect(Clipboard.base64(Array("abc".utf8)) == "YWJj")
        #expect(Clipboard.sequence("ab", term: "xterm", inTmux: false) == "\u{1B}]52;c;YWI=\u{7}")
        #expect(Clipboard.sequence("ab", term: "linux", inTmux: false) == nil)
    }

    @Test func capabilitiesWithoutPadding() {
        #expect(TerminalModes.withoutPadding("\u{1B}[?1l$<5>x$y$<100/>") == "\u{1B}[?1lx$y")
    }

    @Test func entries() {
        #expect(TerminalEntry.candidates("xterm-kitty", direct: false) == ["xterm-kitty", "xterm-256color", "xterm"])
        #expect(
            TerminalEntry.candidates("xterm-256color", direct: true) == [
                "xterm-direct", "xterm-direct", "xterm-256color", "xterm-256color", "xterm",
            ])
        #expect(TerminalEntry.candidates("tmux-256color", direct: true).prefix(2) == ["tmux-direct", "tmux-256color"])
    }
}

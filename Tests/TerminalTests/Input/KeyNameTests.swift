import Testing

@testable import Terminal

@Suite struct KeyNameTests {
    @Test(arguments: [
        "j", "G", "é", "Ctrl-d", "Alt-x", "Enter", "Esc", "Tab", "Shift-Tab", "PageUp", "PageDown", "Space", "F1",
        "F12", "Ctrl-Alt-Delete", "Alt-<", "-", "Ctrl--", "Ctrl-Space", "Home", "Alt-Left", "Backspace", "?", "李",
        "Shift-F3",
    ])
    func namesGoBothWays(name: String) {
        #expect(Key(name)?.description == name)
    }

    @Test(arguments: [
        ("<Enter>", "Enter"), ("C-d", "Ctrl-d"), ("ctrl-D", "Ctrl-d"), ("Shift-a", "A"), ("M-x", "Alt-x"),
        ("return", "Enter"), ("pgup", "PageUp"), ("<lt>", "<"),
    ])
    func otherSpellings(text: String, name: String) {
        #expect(Key(text)?.description == name)
    }

    @Test(arguments: ["", "Foo", "Ctrl-", "Hyper-x", "F99", "ab"])
    func noKeys(text: String) {
        #expect(Key(text) == nil)
    }

    @Test func sequences() throws {
        #expect(try Key.sequence("g i").get() == [Key("g"), Key("i")])
        #expect(Key.sequence("g Foo") == .failure(UnknownKey(name: "Foo")))
    }
}

import Testing

@testable import Terminal

@Suite struct KeymapTests {
    let table = SampleTable.all
    let keys = SampleTable.keys

    @Test(arguments: Keymap.presets)
    func defaultsAreFreeOfConflictsAndProblems(preset: String) {
        let keymap = Keymap(table: table, preset: preset)
        #expect(keymap.preset == preset)
        #expect(keymap.problems.isEmpty, "\(keymap.problems)")
        #expect(keymap.conflicts().isEmpty, "\(keymap.conflicts())")
    }

    @Test(arguments: [("9", false), ("\"1\"", false), ("1", true)])
    func aVersionThatIsNotKnownIsAProblem(version: String, isKnown: Bool) {
        let keymap = Keymap(table: table, user: #"{"version": \#(version), "bindings": []}"#)
        #expect(keymap.problems.isEmpty == isKnown, "\(keymap.problems)")
    }

    @Test(arguments: Keymap.presets)
    func namedKeysWorkInEveryPreset(preset: String) {
        let keymap = Keymap(table: table, preset: preset)
        let expected = [
            ("Down", "move.down"), ("Up", "move.up"), ("Left", "move.left"), ("Right", "move.right"), ("Enter", "open"),
            ("Esc", "cancel"), ("Tab", "pane.next"), ("PageDown", "page.down"), ("PageUp", "page.up"),
            ("Home", "go.top"), ("End", "go.bottom"), ("n", "note.add"), ("x", "card.reject"), ("?", "help"),
        ]
        for place in ["board", "table", "detail"] {
            for (name, action) in expected {
                #expect(keymap.resolve(keys(name), in: [place, "global"]) == .action(ActionCall(action)), "\(name)")
            }
        }
    }

    @Test func everyActionCanBeReachedInEveryPreset() {
        for preset in Keymap.presets {
            let keymap = Keymap(table: table, preset: preset)
            let bound = Set(table.contexts.flatMap { keymap.bindings(in: $0.name) }.map(\.action))
            let missing = table.actions.map(\.name).filter { !bound.contains($0) && $0 != "suspend" }
            #expect(missing.isEmpty, "\(preset)")
        }
    }

    @Test func resolvesSequences() {
        let keymap = Keymap(table: table)
        guard case .pending(let next, nil, nil) = keymap.resolve(keys("g"), in: SampleTable.board) else {
            Issue.record("g is not pending")
            return
        }
        #expect(next.map(\.key) == [Key("g")])
        #expect(next.first?.binding?.action == "go.top")
        #expect(keymap.resolve(keys("g g"), in: SampleTable.board) == .action(ActionCall("go.top")))
        #expect(keymap.resolve(keys("g x"), in: SampleTable.board) == .none)
    }

    @Test func counts() {
        let keymap = Keymap(table: table)
        #expect(
            keymap.resolve(keys("3 L"), in: SampleTable.board) == .action(ActionCall("card.next-stage", count: 3)))
        #expect(keymap.resolve(keys("1 2 j"), in: SampleTable.board) == .action(ActionCall("move.down", count: 12)))
        #expect(
            keymap.resolve(keys("3"), in: SampleTable.board)
                == .pending([], count: 3, otherwise: ActionCall("screen.3")))
        #expect(keymap.resolve(keys("3 x"), in: SampleTable.board) == .none)
        #expect(keymap.resolve(keys("8 x"), in: SampleTable.board) == .action(ActionCall("card.reject")))
        // Where nothing takes a count, a digit does not wait.
        #expect(keymap.resolve(keys("3"), in: ["global"]) == .action(ActionCall("screen.3")))
    }

    @Test func typingHidesPlainCharacters() {
        let keymap = Keymap(table: table)
        let place = ["form", "text", "global"]
        #expect(keymap.resolve(keys("q"), in: place) == .none)
        #expect(keymap.resolve(keys("3"), in: place) == .none)
        #expect(keymap.resolve(keys("Ctrl-z"), in: place) == .action(ActionCall("suspend")))
        #expect(keymap.resolve(keys("Enter"), in: place) == .action(ActionCall("dialog.choose")))
        #expect(keymap.resolve(keys("Enter"), in: ["text", "global"]) == .action(ActionCall("text.accept")))
    }

    @Test func aPersonsBindingsReplaceDefaults() {
        let user = """
            { "version": 1, "bindings": [ { "keys": "g", "action": "note.add", "when": ["board"] },
              { "keys": "n", "action": "card.reject", "when": ["board"], "description": "mine", "args": {"a": 1} } ],
              "unbind": ["x", {"keys": "H", "when": ["board"]}] }
            """
        let keymap = Keymap(table: table, user: user)
        #expect(keymap.problems.isEmpty)
        #expect(keymap.resolve(keys("g"), in: SampleTable.board) == .action(ActionCall("note.add")))
        #expect(keymap.resolve(keys("g g"), in: ["table", "global"]) == .action(ActionCall("go.top")))
        #expect(keymap.resolve(keys("x"), in: SampleTable.board) == .none)
        #expect(keymap.resolve(keys("H"), in: SampleTable.board) == .none)
        #expect(keymap.resolve(keys("H"), in: ["table", "global"]) == .action(ActionCall("card.previous-stage")))
        #expect(Set(keymap.conflicts().map(\.kind)) == [.replacesDefault])
        #expect(keymap.conflicts().contains { $0.lost.action == "go.top" })
        #expect(keymap.explain(keys("n")).first?.binding?.description == "mine")
    }

    @Test func badEntriesAreSkippedAndNamed() {
        let user = """
            {
              "preset": "nano",
              "bindings": [
                { "keys": "Foo", "action": "undo" },
                { "keys": "w", "action": "fly" },
                { "keys": "w", "action": "undo", "when": ["moon", "global"] },
                { "keys": "w", "action": "undo", "when": ["dialog"] },
                { "keys": "a b c d e", "action": "undo" },
                { "keys": 7, "action": "undo" },
                { "action": "undo" },
                "x",
                { "keys": "W", "action": "undo", "whenn": 1 }
              ],
              "unbind": ["Ctrl-y"],
              "extra": true
            }
            """
        let keymap = Keymap(table: table, user: user, source: "my.json")
        #expect(keymap.preset == "vim")
        #expect(keymap.resolve(keys("w"), in: SampleTable.board) == .action(ActionCall("undo")))
        #expect(keymap.resolve(keys("W"), in: SampleTable.board) == .action(ActionCall("undo")))
        let kinds = keymap.problems.map(\.kind)
        #expect(kinds.contains(.unknownKey("Foo")))
        #expect(kinds.contains(.unknownAction("fly")))
        #expect(kinds.contains(.unknownContext("moon")))
        #expect(kinds.contains(.contextRefused(action: "undo", context: "dialog")))
        #expect(kinds.contains(.sequenceTooLong("a b c d e")))
        #expect(kinds.contains(.missing("keys")))
        #expect(kinds.contains(.unknownField("whenn")))
        #expect(kinds.contains(.unknownField("extra")))
        #expect(kinds.contains(.unknownPreset("nano")))
        #expect(kinds.contains(.nothingToUnbind("Ctrl-y")))
        let fly = keymap.problems.first { $0.kind == .unknownAction("fly") }
        #expect(fly?.line == 5)
        #expect(fly?.description == "my.json:5: bindings[1]: unknown action “fly”")
    }

    @Test func aFileThatIsNoJSONLeavesTheDefaults() {
        let keymap = Keymap(table: table, user: "{ \n oops")
        #expect(keymap.problems.count == 1)
        #expect(keymap.problems.first?.line == 2)
        #expect(keymap.resolve(keys("u"), in: SampleTable.board) == .action(ActionCall("undo")))
    }

    @Test func conflictsWithinAFileAreReported() {
        let user = """
            { "bindings": [ { "keys": "w", "action": "undo" }, { "keys": "w", "action": "redo" },
              { "keys": "w w", "action": "repeat" } ] }
            """
        let keymap = Keymap(table: table, user: user)
        #expect(keymap.conflicts().map(\.kind) == [.sameKeys, .prefix])
        #expect(keymap.resolve(keys("w w"), in: SampleTable.board) == .action(ActionCall("repeat")))
    }

    @Test func footersFindKeys() {
        let keymap = Keymap(table: table)
        #expect(keymap.bindings(for: "note.add", in: SampleTable.board).first?.label == "n")
        #expect(keymap.bindings(for: "undo", in: SampleTable.board).first?.label == "u")
        #expect(keymap.bindings(for: "move.down", in: SampleTable.board).map(\.label) == ["j", "Down"])
    }
}

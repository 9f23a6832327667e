import Testing

@testable import Terminal

@Suite struct KeySequencerTests {
    let keymap = Keymap(table: SampleTable.all)

    private func press(_ names: String, _ sequencer: inout KeySequencer, at now: Int64 = 0) -> [KeySequencer.Outcome] {
        SampleTable.keys(names).flatMap { sequencer.press($0, in: SampleTable.board, of: keymap, at: now) }
    }

    @Test func sequencesWaitWithoutATimeOut() {
        var sequencer = KeySequencer()
        #expect(press("g", &sequencer) == [])
        #expect(sequencer.pending == [Key("g")])
        #expect(sequencer.deadline == nil)
        #expect(!sequencer.continuations.isEmpty)
        #expect(press("g", &sequencer) == [.action(ActionCall("go.top"))])
        #expect(sequencer.pending.isEmpty)
    }

    @Test func escapeCancels() {
        var sequencer = KeySequencer()
        #expect(press("g Esc", &sequencer) == [.cancelled])
        #expect(press("Esc", &sequencer) == [.action(ActionCall("cancel"))])
    }

    @Test func aDigitIsACountOrAScreen() {
        var sequencer = KeySequencer()
        #expect(press("3 L", &sequencer) == [.action(ActionCall("card.next-stage", count: 3))])
        #expect(press("3", &sequencer, at: 10) == [])
        #expect(sequencer.deadline == 310)
        #expect(sequencer.expire(at: 309) == [])
        #expect(sequencer.expire(at: 310) == [.action(ActionCall("screen.3"))])
        #expect(press("2 n", &sequencer) == [.action(ActionCall("screen.2")), .again(Key("n"))])
    }

    @Test func whatADigitMayDoIsKnownAtOnce() {
        var sequencer = KeySequencer()
        #expect(press("3", &sequencer) == [])
        #expect(sequencer.undecided == ActionCall("screen.3"))
        // Twelve is no screen.
        #expect(press("2", &sequencer) == [])
        #expect(sequencer.undecided == nil)
        #expect(press("L", &sequencer) == [.action(ActionCall("card.next-stage", count: 32))])
    }

    /// `g g` takes no count, so the digit before it is a screen.
    @Test func aSequenceThatTakesNoCountLeavesTheDigitAScreen() {
        var sequencer = KeySequencer()
        #expect(press("3 g", &sequencer) == [.action(ActionCall("screen.3")), .again(Key("g"))])
        let own = Keymap(
            table: SampleTable.all,
            user: #"{"version": 1, "bindings": [{"keys": "g L", "action": "card.next-stage", "when": ["board"]}]}"#)
        func type(_ names: String) -> [KeySequencer.Outcome] {
            SampleTable.keys(names).flatMap { sequencer.press($0, in: SampleTable.board, of: own, at: 0) }
        }
        #expect(type("3 g L") == [.action(ActionCall("card.next-stage", count: 3))])
        #expect(type("3 g g") == [.action(ActionCall("screen.3")), .again(Key("g")), .again(Key("g"))])
        _ = type("3 g")
        #expect(sequencer.deadline == nil)
    }

    @Test func unboundKeysAreGivenBack() {
        var sequencer = KeySequencer()
        #expect(press("K", &sequencer) == [.unbound([Key("K")])])
        #expect(press("g K", &sequencer) == [.unbound([Key("g"), Key("K")])])
    }
}

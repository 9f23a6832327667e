import Screens
import Testing

@testable import Commands

@Suite struct KeysTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    @Test func keysAreExplained() throws {
        #expect(desk.run("keys", "--explain", "g g").output.contains("go.top"))
        #expect(desk.run("keys", "--explain", "g").output.contains("waits for"))
        #expect(desk.run("keys", "--explain", "F35", "--lang", "fr").output == "F35 ne fait rien.\n")
        let wrong = desk.run("keys", "--explain", "Hyper-x")
        #expect(wrong.status == .wrongUsage)
        #expect(wrong.errors.contains("Hyper-x"))
    }

    @Test func aKeymapIsChecked() throws {
        #expect(desk.run("keys", "--check").status == .done)
        try desk.file(
            "config/recrutementplus/keymaps.json",
            #"{"version": 1, "bindings": [{"keys": "x", "action": "go.top", "when": ["board"]},"#
                + "\n"
                + #"{"keys": "Foo", "action": "go.top", "when": ["board"]}, {"keys": "y", "action": "go.tpo", "when": ["board"]}]}"#
        )
        let outcome = desk.run("keys", "--check", "--lang", "fr")
        #expect(outcome.status == .failed)
        #expect(outcome.output.contains("keymaps.json:2"))
        #expect(outcome.output.contains("aucune touche « Foo »"))
        #expect(outcome.output.contains("« go.tpo »"))
        #expect(desk.run("keys", "--explain", "x").output.contains("keymaps.json"))
        #expect(desk.run("keys").errors.contains("rplus keys --check"))
    }

    @Test func everyActionHasWordsInBothLanguages() {
        let screens = WorkstationScreens()
        let names = screens.actions.actions.map(\.name)
        for name in names {
            let english = KeymapText.description(of: name, screens).english
            #expect(english != name)
            #expect(!KeymapText.description(of: name, screens).french.isEmpty)
        }
        for place in screens.actions.contexts {
            #expect(!KeyContextWords.words(of: place.name).english.isEmpty)
        }
        let list = desk.run("keys", "--lang", "fr").output
        #expect(list.contains("\nboard  sur le tableau\n"))
        #expect(list.contains("Effacer le mot précédent"))
    }

    @Test func presetsDiffer() throws {
        #expect(desk.run("keys", "--preset", "emacs").output != desk.run("keys").output)
        #expect(desk.run("keys", "--preset", "nano").status == .wrongUsage)
    }

    @Test func themesAreShown() throws {
        let plain = desk.run("themes")
        #expect(plain.status == .done)
        for name in ["night", "day", "high-contrast", "colour-blind", "mono"] { #expect(plain.output.contains(name)) }
        #expect(!plain.output.contains("\u{1B}"))
        let coloured = desk.run("themes", environment: ["TERM": "xterm-256color"], columns: 80)
        #expect(coloured.output.contains("\u{1B}["))
        try desk.file("config/recrutementplus/themes/mine.json", #"{"name": "mine", "inherits": "nowhere"}"#)
        let broken = desk.run("themes", "--lang", "fr")
        #expect(broken.status == .failed)
        #expect(broken.output.contains("mine"))
        #expect(broken.errors.contains("pas de thème « nowhere »"))
    }
}

import Domain
import JSON
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// The screen of conversations as text.
struct ConversationsViewTests {
    private let office: Office

    init() throws {
        office = try Office()
        _ = try office.candidate("Zoé", "Lefèvre", as: .candidate)
        for number in 1...6 {
            office.world.clock.advance(days: 1)
            try office.conversation(
                "Référence \(number)", from: .consultant, with: [.admin], body: "Pourriez-vous appeler ?")
        }
        office.world.clock.advance(days: 2)
        let interview = try office.conversation(
            "Entretien : infirmière de nuit 夜勤", from: .consultant, with: [.candidate],
            body:
                "Bonjour Zoé,\n\nla clinique souhaite vous rencontrer mardi à 10 h, sur place. L’entretien durera une "
                + "heure environ.")
        try office.write("Mardi à 10 h, c’est noté. Qui vais-je rencontrer ?", in: interview, as: .candidate)
        try office.write("La responsable du service.", in: interview, as: .consultant)
        try office.write("Merci !", in: interview, as: .candidate)
        try office.write("À mardi.", in: interview, as: .candidate)
    }

    private func bench(_ person: World.Person, _ language: Language, _ width: Int, _ height: Int) throws -> Bench {
        let bench = try Bench(office.world, as: person, language: language, width: width, height: height)
        bench.press(person == .candidate ? "Alt-3" : "Alt-4")
        return bench
    }

    @Test(arguments: [(80, 24), (200, 60)], [Language.english, .french])
    func theList(_ size: (Int, Int), _ language: Language) throws {
        let bench = try bench(.consultant, language, size.0, size.1)
        let name = "conversations-\(size.0)x\(size.1)-\(language.rawValue)"
        #expect(Snapshot.difference(bench.text, named: name) == nil)
    }

    @Test(arguments: [Language.english, .french])
    func theThreadOverASmallScreen(_ language: Language) throws {
        let bench = try bench(.consultant, language, 80, 24)
        bench.press("Enter")
        #expect(Snapshot.difference(bench.text, named: "conversations-thread-80x24-\(language.rawValue)") == nil)
        bench.press("z")
        #expect(Snapshot.difference(bench.text, named: "conversations-zoom-80x24-\(language.rawValue)") == nil)
    }

    @Test(arguments: [Language.english, .french])
    func anAnswer(_ language: Language) throws {
        let bench = try bench(.candidate, language, 80, 24)
        bench.press("r")
        bench.type("Merci !")
        #expect(Snapshot.difference(bench.text, named: "conversations-reply-80x24-\(language.rawValue)") == nil)
    }

    @Test(arguments: [Language.english, .french])
    func nobodyWrote(_ language: Language) throws {
        let bench = try bench(.employer, language, 80, 24)
        #expect(Snapshot.difference(bench.text, named: "conversations-empty-80x24-\(language.rawValue)") == nil)
    }

    @Test("The mark beside the screen's name counts the conversations with something unread")
    func mark() throws {
        let bench = try bench(.admin, .english, 120, 24)
        #expect(bench.text.contains("Conversations ⁶"))
        bench.press("Enter")
        #expect(bench.text.contains("Conversations ⁵"))
        #expect(Superscript.text(120) == "⁹⁹⁺")
    }
}

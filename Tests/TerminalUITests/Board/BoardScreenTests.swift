import Domain
import Foundation
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

@Suite struct BoardScreenTests {
    @Test(arguments: [(80, 24), (118, 34), (200, 60)], [Language.english, .french])
    func looksAsRecorded(size: (Int, Int), language: Language) throws {
        let bench = try Bench(
            try Scene.board().world, as: .consultant, language: language, width: size.0, height: size.1)
        let name = "board-\(size.0)x\(size.1)-\(language.rawValue)"
        #expect(Snapshot.difference(bench.text, named: name) == nil)
    }

    @Test func survivesAnySize() throws {
        let world = try Scene.board().world
        for (width, height) in [(1, 1), (5, 3), (20, 5), (39, 9), (300, 100)] {
            let bench = try Bench(world, as: .consultant, width: width, height: height)
            bench.press("l j p Tab z q /")
            #expect(bench.screen.size.width == width)
        }
    }

    @Test func theProductsNameIsWholeInANarrowTerminal() throws {
        let world = try Scene.board().world
        for width in [17, 20, 26, 30, 36] {
            let bench = try Bench(world, as: .consultant, width: width, height: 8)
            let header = bench.text.split(separator: "\n").first ?? ""
            #expect(header.hasPrefix(" RecrutementPlus"), "\(width): \(header)")
            #expect(header.dropFirst(16).first ?? " " == " ", "\(width): \(header)")
        }
    }

    @Test func movesACardByOneKey() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        #expect(bench.workstation.board.current.status == .applied)
        #expect(bench.workstation.board.currentCard?.candidateName == "Omar Haddad")
        bench.press("L")
        #expect(bench.workstation.board.columns[2].list[0]?.candidateName == "Omar Haddad")
        #expect(bench.text.contains("Omar Haddad → Screening"))
        bench.press("u")
        #expect(bench.workstation.board.columns[1].list[0]?.candidateName == "Omar Haddad")
        bench.press("Ctrl-r")
        #expect(bench.workstation.board.columns[2].list[0]?.candidateName == "Omar Haddad")
    }

    @Test func showsWhyAMoveIsRefusedAndPutsTheCardBack() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        bench.press("l l l L")
        #expect(bench.workstation.board.currentCard?.candidateName == "李 小龙")
        #expect(bench.workstation.board.current.status == .interview)
        bench.press("m h")
        #expect(bench.workstation.board.current.status == .interview)
        #expect(bench.workstation.board.currentCard?.candidateName == "李 小龙")
        #expect(bench.workstation.toasts.contains { $0.level == .error })
    }

    @Test func filtersAsTyped() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        bench.press("/")
        bench.type("zoe")
        #expect(bench.workstation.board.total == 2)
        bench.press("Enter")
        #expect(bench.workstation.layers.isEmpty)
        #expect(bench.workstation.board.total == 2)
        bench.press("Esc")
        #expect(bench.workstation.board.total == 5)
    }

    @Test func escGivesTheFilterUp() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        bench.press("/")
        bench.type("omar")
        #expect(bench.workstation.board.total == 1)
        bench.press("Esc")
        #expect(bench.workstation.board.total == 5)
    }

    @Test func movesOnlyTheSelection() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        bench.press("A")
        #expect(bench.workstation.board.selectedCount == 2)
        bench.press("L")
        #expect(bench.workstation.board.columns[1].count == 0)
        #expect(bench.workstation.board.columns[2].count == 4)
        bench.press("u")
        #expect(bench.workstation.board.columns[1].count == 2)
    }

    @Test func rejectsWithAReason() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 118, height: 34)
        bench.press("x")
        #expect(bench.workstation.board.total == 5)
        bench.press("Ctrl-s")
        #expect(bench.workstation.board.total == 5, "nobody chose a reason")
        bench.press("Right Ctrl-s")
        #expect(bench.workstation.board.total == 4)
        #expect(bench.workstation.layers.isEmpty)
        bench.press("u")
        #expect(bench.workstation.board.total == 5)
    }

    @Test func seesWhatAnotherProcessChanged() throws {
        let scene = try Scene.board()
        let bench = try Bench(scene.world, as: .consultant, width: 118, height: 34)
        try scene.application(try scene.candidate("Ada", "Byron"), try scene.job("ICU nurse"), at: .applied)
        // A tick: the test's screen lets its clock go by the time that it is asked to wait.
        for _ in 0..<3 { bench.workbench.step() }
        #expect(bench.text.contains("Ada Byron"))
    }

    @Test func takesUpWhereThePersonLeftOff() throws {
        let world = try Scene.board().world
        let host = TestHost()
        let first = try Bench(world, as: .consultant, width: 118, height: 34, host: host)
        first.press("l /")
        first.type("zoe")
        first.press("Enter")
        first.screen.press("Q")
        first.workbench.run()
        #expect(!host.state.isEmpty)
        let second = try Bench(world, as: .consultant, width: 118, height: 34, host: host)
        #expect(second.workstation.board.filter.text == "zoe")
        #expect(second.workstation.board.current.status == .screening)
        #expect(second.workstation.board.total == 2)
        let damaged = TestHost()
        damaged.state = "{\"views\": 3"
        #expect(try Bench(world, as: .consultant, host: damaged).workstation.board.total == 5)
    }

    @Test func readsAKeymapAgainWhenItChanges() throws {
        let scene = try Scene.board()
        let path = scene.world.folder.appendingPathComponent("keymaps.json").path
        try Data(#"{"version": 1, "bindings": []}"#.utf8).write(to: URL(fileURLWithPath: path))
        let bench = try Bench(scene.world, as: .consultant, width: 118, height: 34, keymapPath: path)
        try Data(
            #"{"version": 1, "bindings": [{"keys": "f", "action": "card.next-stage", "when": ["board"]}]}"#.utf8
        ).write(to: URL(fileURLWithPath: path))
        for _ in 0..<3 { bench.workbench.step() }
        bench.press("f")
        #expect(bench.workstation.board.columns[2].list[0]?.candidateName == "Omar Haddad")
        try Data("{ nonsense".utf8).write(to: URL(fileURLWithPath: path))
        for _ in 0..<3 { bench.workbench.step() }
        #expect(bench.workstation.toasts.contains { $0.text.contains("keymaps.json") })
        bench.press("f")
        #expect(bench.workstation.board.columns[1].list.isEmpty)
    }

    @Test func employersSeeTheirOwnOnly() throws {
        let scene = try Scene.board()
        let own = try Bench(scene.world, as: .employer, width: 118, height: 34)
        let other = try Bench(scene.world, as: .otherEmployer, width: 118, height: 34)
        #expect(own.workstation.board.total == 5)
        #expect(other.workstation.board.total == 0)
        #expect(!other.text.contains("Night nurse"))
    }

    @Test func candidatesHaveNoPipeline() throws {
        let bench = try Bench(try Scene.board().world, as: .candidate)
        #expect(!bench.text.contains("Pipeline"))
        #expect(bench.workstation.places == [.candidates, .jobs, .conversations])
    }
}

import Domain
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

@Suite struct LayerScreenTests {
    /// The layers, and the keys that open them on the board of `Scene`.
    private static let layers: [(name: String, keys: String, typed: String)] = [
        ("reject", "x Right Tab", "Too far away"), ("note", "n", "Calls back on Friday"),
        ("interview", "l i Tab", "tomorrow 9:00"),
        ("picker", "n Tab Space", ""), ("choice", "m", ""), ("palette", ":", ""), ("palette-filtered", ":", "sched"),
        ("help", "?", ""), ("help-filtered", "? /", "stage"), ("discard", "n a b Esc", ""), ("filter", "/", "zoe"),
    ]

    private func bench(
        _ world: World, _ layer: String, language: Language, size: (Int, Int)
    ) throws -> Bench {
        let bench = try Bench(world, as: .consultant, language: language, width: size.0, height: size.1)
        let found = try #require(Self.layers.first { $0.name == layer })
        bench.press(found.keys)
        bench.type(found.typed)
        return bench
    }

    @Test(arguments: layers.map(\.name), [Language.english, .french])
    func looksAsRecorded(layer: String, language: Language) throws {
        let world = try Scene.board().world
        let bench = try bench(world, layer, language: language, size: (80, 24))
        #expect(Snapshot.difference(bench.text, named: "layer-\(layer)-80x24-\(language.rawValue)") == nil)
    }

    @Test(arguments: ["reject", "palette", "help"])
    func looksAsRecordedWide(layer: String) throws {
        let bench = try bench(try Scene.board().world, layer, language: .english, size: (200, 60))
        #expect(Snapshot.difference(bench.text, named: "layer-\(layer)-200x60-en") == nil)
    }

    @Test(arguments: [(1, 1), (5, 3), (20, 5), (39, 9), (300, 100)])
    func survivesAnySize(size: (Int, Int)) throws {
        let world = try Scene.board().world
        for layer in Self.layers {
            let bench = try bench(world, layer.name, language: .french, size: size)
            bench.press("Down PageDown Tab Up Esc y Esc")
            #expect(bench.screen.size.width == size.0)
        }
    }

    @Test func aLongFormScrollsToTheFieldWithTheCursor() throws {
        let bench = try Bench(try Scene.board().world, as: .consultant, width: 60, height: 12)
        bench.press("l i")
        for label in ["Kind", "Begins", "Lasts", "Place", "Video link", "Even if", "Invite", "Invite also"] {
            if label != "Kind" { bench.press("Tab") }
            #expect(bench.text.contains(label), "\(label)\n\(bench.text)")
        }
        bench.press("Tab")
        #expect(bench.text.contains("[ y Schedule ]"))
        #expect(bench.screen.cursor != nil)
    }

    @Test func theButtonShowsTheKeyThatConfirms() throws {
        let bench = try bench(try Scene.board().world, "reject", language: .english, size: (80, 24))
        #expect(bench.text.contains("[ Ctrl-s Reject ]"))
        bench.press("Tab Tab")
        #expect(bench.text.contains("[ y Reject ]"))
        // Enter is not the key that rejects.
        bench.press("Enter")
        #expect(bench.workstation.board.total == 5)
        bench.press("y")
        #expect(bench.workstation.board.total == 4)
    }

    @Test func aPasteGoesIntoTheFieldAndRunsNothing() throws {
        let bench = try bench(try Scene.board().world, "note", language: .english, size: (80, 24))
        bench.screen.send(.paste("xyQ:\u{1B}[31m"))
        bench.workbench.step()
        #expect(bench.workstation.layers.count == 1)
        #expect(bench.text.contains("xyQ:"))
    }

    @Test func theMouseReachesFieldsAndButtons() throws {
        let bench = try bench(try Scene.board().world, "note", language: .english, size: (80, 24))
        let rows = bench.screen.frame.text
        let row = try #require(rows.firstIndex { $0.contains("Cancel ]") })
        let column = try #require(rows[row].range(of: "Cancel ]")).lowerBound.utf16Offset(in: rows[row])
        bench.screen.send(.mouse(.init(.press, .left, at: .init(x: 1, y: 12))))
        bench.workbench.step()
        #expect(bench.workstation.layers.count == 1)
        bench.screen.send(.mouse(.init(.press, .left, at: .init(x: column, y: row))))
        bench.workbench.step()
        // Something was typed: the click asks first.
        #expect(bench.text.contains("Give up what you typed?"))
    }
}

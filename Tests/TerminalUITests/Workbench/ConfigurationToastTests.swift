import Domain
import Foundation
import Terminal
import TestSupport
import Testing
import Workstation

@testable import TerminalUI

/// What is wrong with a person's settings is said when the workstation opens.
@Suite struct ConfigurationToastTests {
    private func bench(_ language: Language, _ change: (inout WorkbenchOptions) -> Void) throws -> Bench {
        var options = WorkbenchOptions()
        options.words = { "\($0.source): \($1 == .french ? "faux" : "wrong")" }
        change(&options)
        return try Bench(try Scene.board().world, as: .consultant, language: language, options: options)
    }

    @Test(arguments: [(Language.english, "No such theme."), (.french, "Thème inconnu.")])
    func complaintsAreTold(language: Language, expected: String) throws {
        let bench = try bench(language) {
            $0.complaints = [
                Phrase(en: "No such theme.", fr: "Thème inconnu."), Phrase(en: "More.", fr: "Encore."),
            ]
            $0.themeName = "nope"
        }
        #expect(bench.workstation.toasts.map(\.text) == ["\(expected) (+1) · rplus doctor"])
        #expect(bench.text.contains(expected))
    }

    @Test func aThemesProblemsAreTold() throws {
        let bench = try bench(.french) { options in
            options.themes.add(#"{"name": "mine", "inherits": "mine2", "scopes": {}}"#, named: "mine")
            options.themes.add(#"{"name": "mine2", "inherits": "mine", "scopes": {}}"#, named: "mine2")
            options.themeName = "mine"
        }
        let told = try #require(bench.workstation.toasts.first?.text)
        #expect(told.hasPrefix("mine") && told.contains("faux") && told.hasSuffix("rplus themes"), "\(told)")
    }

    @Test func aKeymapsProblemsAreToldByTheNameOfTheFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rplus-keymap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "keymaps.json").path
        try Data(#"{"version": 9, "bindings": []}"#.utf8).write(to: URL(fileURLWithPath: path))
        let bench = try bench(.french) { $0.keymapPath = path }
        #expect(bench.workstation.toasts.map(\.text) == ["keymaps.json: faux · rplus keys --check"])
    }

    @Test func nothingIsToldOfWhatIsRight() throws {
        #expect(try bench(.english) { _ in }.workstation.toasts.isEmpty)
    }
}

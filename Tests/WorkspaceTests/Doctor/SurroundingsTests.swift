import Domain
import Testing
import Workspace

@Suite struct SurroundingsTests {
    private func examine(_ environment: [String: String], searchPath: [String]? = nil) throws -> [Finding] {
        let place = try Place()
        return Doctor.examine(
            Doctor.Request(location: place.location, environment: environment, searchPath: searchPath))
    }

    @Test func aGoodTerminal() throws {
        let found = try examine(["TERM": "xterm-256color", "LC_ALL": "", "LANG": "en_GB.utf8"])
            .filter { $0.check == .terminal }
        #expect(found.map(\.severity) == [.ok])
        #expect(found.first?.what.english == "xterm-256color in UTF-8; colours by its settings: 256.")
    }

    @Test(
        arguments: [
            ([:], "TERM"), (["TERM": "dumb", "LANG": "C.UTF-8"], "TERM"),
            (["TERM": "xterm", "LC_ALL": "C", "LANG": "fr_FR.UTF-8"], "LC_ALL"), (["TERM": "xterm"], "LANG"),
        ] as [([String: String], String)])
    func aPoorTerminal(environment: [String: String], place: String) throws {
        let found = try examine(environment).filter { $0.check == .terminal }
        #expect(found.contains { $0.severity == .warning && $0.place == place })
    }

    @Test func withoutPoppler() throws {
        let found = try examine([:], searchPath: ["/nowhere"]).filter { $0.check == .poppler }
        #expect(found.map(\.severity) == [.warning, .warning])
        #expect(found.first?.remedy?.english == "apt install poppler-utils")
    }
}

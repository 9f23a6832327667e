import Testing

@testable import Terminal

@Suite struct EmbeddedDefaultsTests {
    private static let root = String(#filePath.split(separator: "/Tests/TerminalTests/")[0])

    private func read(_ path: String) -> String? {
        try? TextFile.read("\(Self.root)/\(path)").get()
    }

    @Test func theKeymapIsTheFile() {
        #expect(EmbeddedDefaults.keymaps == read("keymaps.json"), "run scripts/embed-defaults")
    }

    @Test func theThemesAreTheFiles() {
        let files = TextFile.names(in: "\(Self.root)/themes").filter { $0.hasSuffix(".json") }
        #expect(files == EmbeddedDefaults.themes.map { "\($0.name).json" })
        for theme in EmbeddedDefaults.themes {
            #expect(theme.text == read("themes/\(theme.name).json"), "run scripts/embed-defaults")
        }
    }

    @Test func linesOfEntries() {
        let text = "{ \"a\": [1],\n \"b\": [ {\"x\": [1, 2]},\n \"q,\\\"]\",\n\n [3] ], \"c\": {\"b\": [9]} }"
        #expect(EntryLines.find("b", in: text) == [2, 3, 5])
        #expect(EntryLines.find("a", in: text) == [1])
        #expect(EntryLines.find("z", in: text).isEmpty)
    }
}

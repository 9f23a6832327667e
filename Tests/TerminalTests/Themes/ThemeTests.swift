import Testing

@testable import Terminal

@Suite struct ThemeTests {
    static let names = EmbeddedDefaults.themes.map(\.name)

    @Test(arguments: names)
    func shippedThemesHaveNoProblemsAndNameEveryScope(name: String) {
        let (theme, problems) = ThemeLibrary().theme(named: name)
        #expect(problems.isEmpty, "\(problems)")
        #expect(theme.name == name)
        for scope in Style.builtIn { #expect(theme.scopes[scope] != nil, "\(scope)") }
    }

    @Test func theFiveAreThere() {
        #expect(ThemeLibrary().names == ["colour-blind", "day", "high-contrast", "mono", "night"])
        #expect(ThemeLibrary().theme(named: "day").theme.appearance == .light)
    }

    /// Scopes that draw lines, not text.
    static let lines: Set = ["rule", "dialog.rule", "bar.track", "scrollbar", "scrollbar.thumb"]

    @Test(arguments: names.filter { $0 != "mono" })
    func textHasContrast(name: String) throws {
        let theme = ThemeLibrary().theme(named: name).theme
        for scope in Style.builtIn where !Self.lines.contains(scope) {
            let look = theme.look(scope)
            let ratio = try #require(Contrast.ratio(look.foreground ?? .terminal, look.background ?? .terminal))
            #expect(ratio >= 4.5, "\(scope): \(ratio)")
        }
    }

    /// What 256 colours make of them must stay readable too.
    @Test(arguments: names.filter { $0 != "mono" })
    func quantisedTextHasContrast(name: String) throws {
        let theme = ThemeLibrary().theme(named: name).theme
        for scope in Style.builtIn where !Self.lines.contains(scope) {
            let pen = theme.pen(.named(scope), depth: .palette256)
            let ratio = try #require(Contrast.ratio(rgb(pen.foreground), rgb(pen.background)))
            #expect(ratio >= 4.5, "\(scope): \(ratio)")
        }
    }

    private func rgb(_ ink: Pen.Ink) -> Color {
        guard case .index(let index) = ink else { return .terminal }
        let (red, green, blue) = Quantiser.components(of: index)
        return .rgb(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
    }

    /// A cursor, a selection, an error differ from plain text without their colours.
    @Test(arguments: names)
    func nothingIsSaidByColourAlone(name: String) {
        let theme = ThemeLibrary().theme(named: name).theme
        let plain = theme.pen(.text, depth: .mono)
        let marked: [Style] = [
            .selection, .selectionCursor, .tabActive, .error, .toastError, .menuCursor, .searchMatch, .formFieldActive,
            .attention, .markSelected, .formButtonActive, .paletteMatch, .tableSorted,
        ]
        for style in marked { #expect(theme.pen(style, depth: .mono) != plain, "\(style.name)") }
        #expect(theme.pen(.toast, depth: .mono) != theme.pen(.toastError, depth: .mono))
    }

    @Test func inherits() {
        var library = ThemeLibrary()
        library.add(
            """
            { "name": "mine", "inherits": "night", "palette": { "accent": "#00ff00" },
              "scopes": { "error": { "fg": "accent" }, "odd.one": { "attributes": ["bold"] } } }
            """, named: "mine")
        let (theme, problems) = library.theme(named: "mine")
        #expect(problems.isEmpty)
        #expect(theme.appearance == .dark)
        #expect(theme.look("error").foreground == Color("#00ff00"))
        #expect(theme.look("accent").foreground == Color("#00ff00"))
        #expect(theme.look("odd.one.deeper").attributes == .bold)
        #expect(theme.look("odd.one").background == theme.ground)
    }

    @Test func neverRefusedAndEverythingNamed() {
        let text = """
            { "inherits": "nobody", "appearance": "pink", "palette": { "a": "reddish", "b": 7 },
              "scopes": { "text": { "fg": "zzz", "attributes": ["bold", "blink"], "size": 3 }, "error": "red" } }
            """
        let (theme, problems) = Theme.load(json: text, source: "odd.json")
        #expect(theme.look("text").attributes == .bold)
        #expect(
            problems.map(\.place) == [
                "inherits", "appearance", "palette.a", "palette.b", "scopes.text.fg", "scopes.text.attributes",
                "scopes.text.size", "scopes.error",
            ])
        let (bare, broken) = Theme.load(json: "{", source: "broken.json")
        #expect(bare.name == "broken.json")
        #expect(broken.count == 1)
    }

    @Test func cyclesEnd() {
        var library = ThemeLibrary()
        library.add(#"{ "inherits": "b" }"#, named: "a")
        library.add(#"{ "inherits": "a" }"#, named: "b")
        library.add(##"{ "inherits": "night", "palette": { "ink": "#ffffff" } }"##, named: "night")
        #expect(library.theme(named: "a").problems.contains { $0.kind == .inheritanceCycle("a") })
        #expect(library.theme(named: "night").problems.isEmpty)
        #expect(library.theme(named: "night").theme.look("text").foreground == Color("#ffffff"))
    }

    @Test func quantises() {
        #expect(Quantiser.ink(.rgb(red: 0x1C, green: 0x1C, blue: 0x1C), depth: .palette256) == .index(234))
        #expect(Quantiser.ink(.rgb(red: 0x87, green: 0xAF, blue: 0xFF), depth: .palette256) == .index(111))
        #expect(Quantiser.ink(.rgb(red: 250, green: 3, blue: 3), depth: .ansi16) == .index(9))
        #expect(Quantiser.ink(.rgb(red: 1, green: 2, blue: 3), depth: .trueColor) == .direct(0x010203))
        #expect(Quantiser.ink(.rgb(red: 1, green: 2, blue: 3), depth: .mono) == .terminal)
        #expect(Quantiser.ink(.terminal, depth: .trueColor) == .terminal)
    }

    @Test func sixteenColoursKeepTheGroundOfTheTerminal() {
        for name in Self.names {
            let theme = ThemeLibrary().theme(named: name).theme
            #expect(theme.pen(.text, depth: .ansi16) == Pen(), "\(name)")
        }
    }
}

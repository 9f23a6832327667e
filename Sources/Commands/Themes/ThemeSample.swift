import Domain
import Terminal

/// A line that shows what a theme looks like, in as many colours as the terminal has.
struct ThemeSample {
    let theme: Theme
    let context: CommandContext

    private static let samples: [(scope: String, words: Phrase)] = [
        ("text", Phrase(en: "text", fr: "texte")), ("text.dim", Phrase(en: "muted", fr: "discret")),
        ("text.strong", Phrase(en: "strong", fr: "fort")), ("selection", Phrase(en: "selection", fr: "sélection")),
        ("tab.active", Phrase(en: "tab", fr: "onglet")), ("card.name", Phrase(en: "card", fr: "fiche")),
        ("ok", Phrase(en: "done", fr: "fait")), ("warning", Phrase(en: "warning", fr: "attention")),
        ("error", Phrase(en: "error", fr: "erreur")),
    ]

    var line: String {
        let depth = self.depth
        return Self.samples.map { scope, words in
            let pen = theme.pen(Style.named(scope), depth: depth)
            return context.paint.wrap(" \(words[context.language]) ", SGR.codes(of: pen))
        }
        .joined(separator: " ")
    }

    private var depth: ColorDepth {
        let environment = context.environment
        if ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") { return .trueColor }
        return (environment["TERM"] ?? "").contains("256") ? .palette256 : .ansi16
    }
}

/// The codes of "select graphic rendition" for a pen.
enum SGR {
    static func codes(of pen: Pen) -> String {
        var codes: [String] = []
        let attributes: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
        ]
        for (attribute, code) in attributes where pen.attributes.contains(attribute) { codes.append(code) }
        codes += ink(pen.foreground, base: 30) + ink(pen.background, base: 40)
        return codes.joined(separator: ";")
    }

    private static func ink(_ ink: Pen.Ink, base: Int) -> [String] {
        switch ink {
        case .terminal: []
        case .index(let number) where number < 8: ["\(base + Int(number))"]
        case .index(let number) where number < 16: ["\(base + 52 + Int(number))"]
        case .index(let number): ["\(base + 8)", "5", "\(number)"]
        case .direct(let color):
            ["\(base + 8)", "2", "\(color >> 16 & 0xFF)", "\(color >> 8 & 0xFF)", "\(color & 0xFF)"]
        }
    }
}

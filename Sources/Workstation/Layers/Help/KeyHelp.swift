import Domain

extension Workstation {
    /// The keys of this place: those of what is on top, then those that work everywhere. A person's own words for a
    /// binding win over the table's.
    var keyHelp: HelpPage {
        let contexts = contexts
        let working = legend.entries(in: contexts)
        var lines: [HelpPage.Line] = []
        for context in contexts {
            let entries = grouped(working.filter { $0.context == context })
            guard !entries.isEmpty else { continue }
            lines.append(.heading(say(context.title)))
            lines += entries
        }
        if lines.isEmpty {
            lines = [.text(say(Phrase(en: "No keys are bound here.", fr: "Aucune touche n’est définie ici.")))]
        }
        return HelpPage(title: say(Phrase(en: "Keys of this place", fr: "Touches disponibles ici")), lines: lines)
    }

    /// One line an action with all of its keys, in the order of the table of actions.
    private func grouped(_ entries: [KeyLegend.Entry]) -> [HelpPage.Line] {
        struct Meaning: Hashable {
            let action: String
            let words: String
        }
        var order: [Meaning] = []
        var keys: [Meaning: [String]] = [:]
        for entry in entries {
            guard let words = entry.description ?? self.words(of: entry) else { continue }
            let meaning = Meaning(action: entry.action, words: words)
            if keys[meaning] == nil { order.append(meaning) }
            keys[meaning, default: []].append(entry.keys)
        }
        let ranked = order.enumerated().sorted {
            (ActionCatalogue.rank(of: $0.element.action), $0.offset)
                < (ActionCatalogue.rank(of: $1.element.action), $1.offset)
        }
        return ranked.map { .entry(name: (keys[$0.element] ?? []).joined(separator: "  "), text: $0.element.words) }
    }

    private func words(of entry: KeyLegend.Entry) -> String? {
        if let command = EditingWords.title(of: entry.action) { return say(command) }
        guard let action = ActionName(rawValue: entry.action), isOffered(action) else { return nil }
        let title = say(self.title(of: action))
        guard let stage = entry.arguments?["stage"]?.stringValue.flatMap(Application.Status.init) else { return title }
        return about(title, say(stage.title))
    }
}

extension ActionName {
    /// The number of the screen that it goes to, from 0.
    var screen: Int? {
        guard rawValue.hasPrefix("screen."), let number = Int(rawValue.dropFirst("screen.".count)) else { return nil }
        return number - 1
    }
}

extension ActionCatalogue {
    private static let ranks = Dictionary(
        uniqueKeysWithValues: all.enumerated().map { ($0.element.name.rawValue, $0.offset) })

    /// The place of an action in the table; what is not in it comes last.
    static func rank(of action: String) -> Int { ranks[action] ?? all.count }
}

extension KeyContext {
    public var title: Phrase {
        switch self {
        case .board: Phrase(en: "On the board", fr: "Sur le tableau")
        case .table: Phrase(en: "In the table", fr: "Dans la liste")
        case .detail: Phrase(en: "In the profile", fr: "Dans la fiche")
        case .form: Phrase(en: "In a form", fr: "Dans un formulaire")
        case .palette: Phrase(en: "In a list that is searched", fr: "Dans une liste filtrée")
        case .text: Phrase(en: "While typing", fr: "Pendant la saisie")
        case .dialog: Phrase(en: "In a question or on a page", fr: "Dans une question ou une page")
        case .global: Phrase(en: "Everywhere", fr: "Partout")
        }
    }
}

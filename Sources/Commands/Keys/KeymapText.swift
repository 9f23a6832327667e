import Domain
import Terminal

/// A keymap for a person to read.
struct KeymapText {
    let keymap: Keymap
    let context: CommandContext

    private var language: Language { context.language }

    /// Every binding, place by place.
    func list() {
        let preset = keymap.preset
        context.say(Phrase(en: "Keys (preset \(preset))", fr: "Touches (préréglage \(preset))"))
        for place in keymap.table.contexts {
            let bindings = keymap.bindings(in: place.name)
            guard !bindings.isEmpty else { continue }
            context.output.line()
            let heading = KeyContextWords.words(of: place.name)[language]
            context.output.line("\(context.paint.strong(place.name))  \(context.paint.faint(heading))")
            let widest = min(bindings.reduce(0) { max($0, CellText.width($1.label)) }, 20)
            for binding in bindings {
                context.output.line("  \(CellText.padRight(binding.label, to: widest))  \(words(of: binding))")
            }
        }
        let problems = keymap.problems.count + mistakes.count
        guard problems > 0 else { return }
        context.complain(
            Phrase(
                en: "keymaps.json has \(problems) problems; see `rplus keys --check`.",
                fr: "keymaps.json a \(problems) problèmes ; voir `rplus keys --check`."))
    }

    /// What is wrong with the file at `path`; whether nothing is.
    func check(_ path: String) -> Bool {
        for problem in keymap.problems { context.output.line(LoadProblemText.line(problem, language)) }
        for conflict in mistakes {
            context.output.line(Printing.clean("\(path): \(Self.phrase(of: conflict)[language])"))
        }
        let replaced = keymap.conflicts().filter { $0.kind == .replacesDefault }
        for conflict in replaced { context.output.line(Printing.clean(Self.phrase(of: conflict)[language])) }
        guard keymap.problems.isEmpty, mistakes.isEmpty else { return false }
        context.say(Phrase(en: "\(path): no problems.", fr: "\(path) : aucun problème."))
        return true
    }

    /// Two bindings of which one can never be reached; replacing a default is no mistake.
    private var mistakes: [KeymapConflict] { keymap.conflicts().filter { $0.kind != .replacesDefault } }

    /// What some keys do in each place, and which file says so.
    func explain(_ text: String) throws -> ExitStatus {
        let keys: [Key]
        switch Key.sequence(text) {
        case .success(let found): keys = found
        case .failure(let unknown):
            let shown = Printing.clean(unknown.name)
            throw CommandFailure.usage(
                Phrase(
                    en: "No key is called '\(shown)'. Write keys as g i, Ctrl-d, Esc, F1.",
                    fr: "Aucune touche ne s’appelle « \(shown) ». Écrivez g i, Ctrl-d, Esc, F1."))
        }
        let label = keys.map(\.description).joined(separator: " ")
        let found = keymap.explain(keys)
        guard !found.isEmpty else {
            context.say(Phrase(en: "\(label) does nothing.", fr: "\(label) ne fait rien."))
            return .done
        }
        for explanation in found {
            guard let binding = explanation.binding else {
                let next = explanation.continuations.map(\.key.description).joined(separator: ", ")
                let more = Phrase(en: "waits for \(next)", fr: "attend \(next)")[language]
                context.output.line("\(label)  \(explanation.context): \(more)")
                continue
            }
            context.output.line("\(label)  \(explanation.context): \(words(of: binding))")
            context.output.line("    \(binding.action)  (\(origin(of: binding)))")
        }
        return .done
    }

    static func phrase(of conflict: KeymapConflict) -> Phrase {
        let kept = "“\(conflict.kept.label)” \(conflict.kept.action)"
        let lost = "“\(conflict.lost.label)” \(conflict.lost.action)"
        let place = conflict.context
        switch conflict.kind {
        case .replacesDefault:
            return Phrase(
                en: "\(place): \(kept) replaces the default \(lost)",
                fr: "\(place) : \(kept) remplace \(lost), par défaut")
        case .sameKeys: return Phrase(en: "\(place): \(kept) hides \(lost)", fr: "\(place) : \(kept) masque \(lost)")
        case .prefix:
            return Phrase(
                en: "\(place): \(kept) hides \(lost), since one begins with the other",
                fr: "\(place) : \(kept) masque \(lost), car l’un commence par l’autre")
        }
    }

    private func words(of binding: Binding) -> String {
        if let own = binding.description { return Printing.clean(own) }
        return Self.description(of: binding.action, context.screens)[language]
    }

    /// What an action or a command of text does.
    static func description(of action: String, _ screens: any Screens) -> Phrase {
        screens.title(of: action) ?? TextCommand(action: action)?.words ?? Phrase(en: action, fr: action)
    }

    private func origin(of binding: Binding) -> String {
        guard !binding.origin.isDefault else { return Phrase(en: "a default", fr: "par défaut")[language] }
        let line = binding.origin.line.map { ":\($0)" } ?? ""
        return Printing.clean(binding.origin.source + line)
    }
}

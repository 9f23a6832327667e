import Domain
import Terminal

/// What was skipped in a theme or a keymap, in words.
public enum LoadProblemText {
    /// `keymaps.json:12: bindings[3]: no key is named “Foo”`.
    public static func line(_ problem: LoadProblem, _ language: Language) -> String {
        Printing.clean(phrase(problem)[language])
    }

    static func phrase(_ problem: LoadProblem) -> Phrase {
        let place = [problem.source + (problem.line.map { ":\($0)" } ?? ""), problem.place].filter { !$0.isEmpty }
        let what = phrase(problem.kind)
        return Phrase(
            en: (place + [what.english]).joined(separator: ": "), fr: (place + [what.french]).joined(separator: " : "))
    }

    private static func phrase(_ kind: LoadProblem.Kind) -> Phrase {
        switch kind {
        case .syntax(let message): Phrase(en: "not JSON: \(message)", fr: "ce n’est pas du JSON : \(message)")
        case .missing(let name): Phrase(en: "“\(name)” is missing", fr: "« \(name) » manque")
        case .wrongType(let expected): Phrase(en: "expected \(expected)", fr: "attendu : \(expected)")
        case .unknownColor(let text):
            Phrase(
                en: "no colour “\(text)” in the palette; write #rrggbb, an ANSI name or default",
                fr: "pas de couleur « \(text) » dans la palette ; écrivez #rrvvbb, un nom ANSI ou default")
        case .unknownAttribute(let text):
            Phrase(en: "unknown attribute “\(text)”", fr: "attribut inconnu « \(text) »")
        case .unknownParent(let name):
            Phrase(en: "no theme “\(name)”", fr: "pas de thème « \(name) »")
        case .inheritanceCycle(let name):
            Phrase(en: "“\(name)” inherits from itself", fr: "« \(name) » hérite de lui-même")
        case .unknownField(let name): Phrase(en: "unknown field “\(name)”", fr: "champ inconnu « \(name) »")
        case .unknownKey(let text): Phrase(en: "no key is named “\(text)”", fr: "aucune touche « \(text) »")
        case .unknownAction(let name): Phrase(en: "unknown action “\(name)”", fr: "action inconnue « \(name) »")
        case .unknownContext(let name): Phrase(en: "unknown context “\(name)”", fr: "contexte inconnu « \(name) »")
        case .unknownPreset(let name): Phrase(en: "unknown preset “\(name)”", fr: "préréglage inconnu « \(name) »")
        case .unknownVersion(let text):
            Phrase(en: "version “\(text)” is not known; write 1", fr: "version « \(text) » inconnue ; écrivez 1")
        case .contextRefused(let action, let context):
            Phrase(en: "“\(action)” does nothing in “\(context)”", fr: "« \(action) » ne fait rien dans « \(context) »")
        case .sequenceTooLong(let keys):
            Phrase(
                en: "“\(keys)” is more than \(Keymap.sequenceLimit) keys",
                fr: "« \(keys) » dépasse \(Keymap.sequenceLimit) touches")
        case .nothingToUnbind(let keys): Phrase(en: "“\(keys)” is not bound", fr: "« \(keys) » n’est pas affecté")
        case .unreadable(let reason): Phrase(en: reason, fr: "illisible : \(reason)")
        }
    }
}

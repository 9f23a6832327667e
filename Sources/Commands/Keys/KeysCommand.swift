import ArgumentParser
import Domain
import Terminal
import Workspace

/// `rplus keys`: what keys do and why, and what is wrong with a keymap.
struct KeysCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "keys",
            abstract: spoken(
                en: "Show what keys do, check keymaps.json, explain one key.",
                fr: "Montrer ce que font les touches, vérifier keymaps.json, expliquer une touche."))
    }

    @Flag(
        help: help(
            en: "Only the problems of your keymap; exit code 1 if there are any.",
            fr: "Seulement les problèmes de vos touches ; code 1 s’il y en a."))
    var check = false

    @Option(
        name: .long,
        help: help(
            en: "What these keys do, where, and who said so: --explain 'g i'.",
            fr: "Ce que font ces touches, où, et d’où cela vient : --explain 'g i'.", value: "keys"))
    var explain: String?

    @Option(name: .long, help: help(en: "vim, emacs or plain.", fr: "vim, emacs ou plain.", value: "preset"))
    var preset: String?

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let path = try WorkspaceLocation.configuration(environment: context.environment) + "/keymaps.json"
        let preset = preset ?? Settings.load(environment: context.environment).keymap
        if let preset, !Keymap.presets.contains(preset) {
            let shown = Printing.clean(preset)
            let names = Keymap.presets.joined(separator: ", ")
            throw CommandFailure.usage(
                Phrase(
                    en: "There is no preset '\(shown)'; there are \(names).",
                    fr: "Pas de préréglage « \(shown) » ; il y a \(names)."))
        }
        let keymap = KeymapFile(path: path, table: context.screens.actions, preset: preset).keymap
        let text = KeymapText(keymap: keymap, context: context)
        if check { return text.check(path) ? .done : .failed }
        if let explain { return try text.explain(explain) }
        text.list()
        return .done
    }
}

import ArgumentParser
import Domain
import Engine
import JSON

/// `rplus operations`: every operation that there is. It needs no workspace.
struct OperationsCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "operations",
            abstract: spoken(
                en: "List every operation: its path, who may call it, its input.",
                fr: "Énumérer les opérations : chemin, droits et saisie."),
            discussion: spoken(
                en: "`rplus call OPERATION` runs one. An input field with ? may be left out.",
                fr: "`rplus call OPÉRATION` en exécute une. Un champ suivi de ? est facultatif."))
    }

    @Argument(
        help: help(
            en: "Only operations whose name begins so, such as jobs.",
            fr: "Seulement les opérations dont le nom commence ainsi, par exemple jobs.", value: "prefix"))
    var prefix: String?

    @Flag(help: help(en: "As JSON, with schemas.", fr: "En JSON, avec les schémas."))
    var json = false

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let chosen = Catalogue.operations.map(OperationDescription.init)
            .filter { prefix == nil || $0.contract.id.hasPrefix(prefix ?? "") }
        guard !chosen.isEmpty else {
            let shown = Printing.clean(prefix ?? "")
            throw CommandFailure(
                Phrase(
                    en: "No operation begins with '\(shown)'.", fr: "Aucune opération ne commence par « \(shown) »."))
        }
        if json {
            context.output.line(JSONValue.array(chosen.map(\.json)).serialized())
            return .done
        }
        let paint = context.paint
        for operation in chosen {
            let contract = operation.contract
            context.output.line("\(paint.strong(contract.id))  \(contract.method.rawValue) \(operation.path)")
            context.output.line("  " + contract.summary[context.language])
            let roles = operation.callers(context.language)
            let nobody = Phrase(en: "nobody", fr: "personne")[context.language]
            print("access", "accès", roles.isEmpty ? [nobody] : roles, context)
            if !operation.inputFields.isEmpty { print("input", "saisie", operation.inputFields, context) }
        }
        return .done
    }

    private func print(_ english: String, _ french: String, _ items: [String], _ context: CommandContext) {
        let label = Phrase(en: english + ":", fr: french + " :")[context.language]
        context.output.line("  \(context.paint.faint(label)) \(items.joined(separator: ", "))")
    }
}

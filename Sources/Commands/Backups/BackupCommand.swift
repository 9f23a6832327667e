import ArgumentParser
import Domain
import Engine
import Workspace

/// `rplus backup create|list|verify|restore`: copies of the workspace.
struct BackupCommand: ProgramCommand {
    enum Action: String, ExpressibleByArgument, CaseIterable, Sendable {
        case create, list, verify, restore
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: spoken(
                en: "Make, list, verify and restore copies of the workspace.",
                fr: "Faire, énumérer, vérifier et restaurer des copies de l’espace de travail."),
            discussion: spoken(
                en: """
                    Others may go on working meanwhile, and whoever owns the files needs no account. `verify` reads every \
                    page of the database and every file. `restore` copies what there is first, and asks before it begins.
                    """,
                fr: """
                    Les autres peuvent continuer à travailler, et qui possède les fichiers n’a pas besoin de compte. \
                    `verify` relit chaque page de la base et chaque fichier. `restore` copie d’abord l’existant, et \
                    demande confirmation.
                    """))
    }

    @Argument(
        help: help(en: "create, list, verify or restore.", fr: "create, list, verify ou restore.", value: "action"))
    var action: Action = .list

    @Argument(help: help(en: "The copy's name, to verify or restore it.", fr: "Le nom de la copie.", value: "name"))
    var name: String?

    @Option(
        help: help(en: "What to remember about a new copy.", fr: "Ce qu’il faut retenir d’une copie.", value: "text"))
    var note: String?

    @Flag(help: help(en: "Restore without asking.", fr: "Restaurer sans demander."))
    var yes = false

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let work = BackupWork(workspace: session.workspace, context: context)
        switch action {
        case .create: return try work.create(note: note)
        case .list: return try work.list()
        case .verify: return try work.verify(try chosen())
        case .restore: return try work.restore(try chosen(), asks: !yes)
        }
    }

    private func chosen() throws -> String {
        if let name { return name }
        throw CommandFailure.usage(
            Phrase(
                en: "Name the copy: `rplus backup \(action.rawValue) NAME`. `rplus backup list` names them.",
                fr: "Nommez la copie : `rplus backup \(action.rawValue) NOM`. `rplus backup list` les énumère."))
    }
}

import ArgumentParser
import Domain
import Storage
import Workspace

/// `rplus migrate-store`: copies a workspace from a folder to a PostgreSQL database or back.
struct MigrateStoreCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "migrate-store",
            abstract: spoken(
                en: "Copy a workspace between a folder and a PostgreSQL database.",
                fr: "Copier un espace de travail entre un dossier et une base PostgreSQL."),
            discussion: spoken(
                en: """
                    FROM and TO are each a folder or an address such as postgres://user@host/name. The files of CVs of an \
                    address are in the folder of --workspace. TO must be empty; FROM is left as it is.
                    """,
                fr: """
                    FROM et TO sont chacun un dossier ou une adresse comme postgres://utilisateur@hôte/nom. Les fichiers \
                    de CV d’une adresse sont dans le dossier de --workspace. TO doit être vide ; FROM reste tel quel.
                    """))
    }

    @Argument(help: help(en: "Where the workspace is.", fr: "Où est l’espace de travail."))
    var from: String

    @Argument(help: help(en: "Where it is copied to.", fr: "Où il est copié."))
    var to: String

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let move = StoreMove(
            from: try location(from, context), to: try location(to, context), options: context.workspaceOptions)
        var progress: Progress?
        let result = try move.run { done, total in
            if progress == nil { progress = Progress(context, total: total) }
            progress?.show(done, of: Phrase(en: "rows copied and compared", fr: "lignes copiées et comparées"))
        }
        progress?.clear()
        report(result, move, context)
        return .done
    }

    /// A folder or an address.
    private func location(_ text: String, _ context: CommandContext) throws(WorkspaceProblem) -> WorkspaceLocation {
        let isAddress = WorkspaceLocation.isServerAddress(text)
        var environment = context.environment
        environment["RPLUS_DATABASE"] = nil
        return try WorkspaceLocation.resolve(
            folder: isAddress ? common.workspace : text, database: isAddress ? text : nil, environment: environment,
            currentFolder: context.currentFolder)
    }

    private func report(_ result: StoreMove.Result, _ move: StoreMove, _ context: CommandContext) {
        for part in result.parts where part.checksum.rows > 0 {
            let sum = String(part.checksum.sum, radix: 16)
            let padded = String(repeating: "0", count: 16 - sum.count) + sum
            let rows = Printing.number(part.checksum.rows, context.language)
            context.output.line(
                part.name + String(repeating: " ", count: max(1, 24 - part.name.count))
                    + String(repeating: " ", count: max(0, 12 - rows.count)) + rows + "  " + padded)
        }
        let rows = Printing.number(result.parts.reduce(0) { $0 + $1.checksum.rows }, context.language)
        let target = Printing.clean(move.target.shown)
        context.say(
            Phrase(
                en:
                    "\(rows) rows and \(result.files) files are in \(target); every table has the same rows and checksum.",
                fr:
                    "\(rows) lignes et \(result.files) fichiers sont dans \(target) ; chaque table a les mêmes lignes et "
                    + "la même somme de contrôle."))
    }
}

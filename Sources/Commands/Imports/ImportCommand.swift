import ArgumentParser
import Domain
import Engine

/// `rplus import`: candidates, jobs, companies and what belongs to them from a table, candidates from a folder of CVs.
struct ImportCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: spoken(
                en: "Import candidates, jobs, companies … from CSV or JSON, or CVs from a folder.",
                fr: "Importer candidats, postes, entreprises… depuis CSV ou JSON, ou les CV d’un dossier."),
            discussion: spoken(
                en: """
                    rplus import jobs ads.csv --dry-run
                    rplus import candidates people.jsonl --map people.map.json
                    rplus import cvs ~/inbox/cvs

                    What is on file already is matched, never doubled. Good rows are committed every 1,000; a bad row is a \
                    line of the report.
                    """,
                fr: """
                    rplus import jobs annonces.csv --dry-run
                    rplus import candidates personnes.jsonl --map personnes.map.json
                    rplus import cvs ~/reception/cv

                    Ce qui existe déjà est reconnu, jamais doublé. Les bonnes lignes sont validées par 1 000 ; une \
                    mauvaise ligne est une ligne du compte rendu.
                    """))
    }

    @Argument(
        help: help(en: "What to import.", fr: "Ce qu’il faut importer.", value: "what"))
    var what: ImportSubject

    @Argument(
        help: help(en: "The file, or for cvs the folder.", fr: "Le fichier, ou pour cvs le dossier.", value: "path"),
        completion: .file())
    var path: String

    @Option(
        name: .long,
        help: help(
            en: "A mapping of columns (docs/import-mapping.md); otherwise they are guessed.",
            fr: "Une correspondance de colonnes (docs/import-mapping.md) ; sinon elles sont devinées.", value: "file"),
        completion: .file())
    var map: String?

    @Option(
        name: .long,
        help: help(
            en: "Begin at this line of the file, to go on after an import that stopped.",
            fr: "Commencer à cette ligne du fichier, pour reprendre un import interrompu.", value: "line"))
    var fromLine: Int?

    @Option(
        name: .long,
        help: help(
            en: "The access token (or RPLUS_TOKEN) instead of the stored session.",
            fr: "Le jeton d’accès (ou RPLUS_TOKEN) au lieu de la session enregistrée.", value: "token"))
    var token: String?

    @Option(
        name: .long,
        help: help(
            en: "A name for this import: with the same one again nothing comes in twice.",
            fr: "Un nom pour cet import : avec le même, rien n’entre deux fois.", value: "key"))
    var idempotencyKey: String?

    @Flag(
        help: help(
            en: "Bring nothing in unless every row is good: the whole file is tried first.",
            fr: "Ne rien importer si une ligne est mauvaise : tout le fichier est d’abord essayé."))
    var allOrNothing = false

    @Flag(
        help: help(en: "Show what would happen and keep nothing.", fr: "Montrer ce qui se passerait sans rien garder."))
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let path = context.path(path)
        guard let kind = what.kind else {
            guard map == nil, fromLine == nil, idempotencyKey == nil, !allOrNothing else {
                throw CommandFailure.usage(
                    Phrase(
                        en: "--map, --from-line, --idempotency-key and --all-or-nothing are for tables.",
                        fr: "--map, --from-line, --idempotency-key et --all-or-nothing valent pour les tables."))
            }
            let folder = try CurriculumFolder(path)
            return try importing(context) { session, credential in
                CurriculumImport(
                    files: folder.files, session: session, credential: credential, isDryRun: dryRun, context: context
                ).run()
            }
        }
        let table = try ImportTable(path: path, kind: kind, mappingPath: map, context: context)
        return try importing(context) { session, credential in
            for line in table.description(for: what, context) { context.output.line(line) }
            let rows = try RowShape(what, session: session, credential: credential)
            let run = { (isDryRun: Bool) in
                try TableImport(
                    table: table, subject: what, rows: rows, session: session, credential: credential,
                    isDryRun: isDryRun, fromLine: fromLine ?? 1, idempotencyKey: idempotencyKey, context: context
                ).run()
            }
            guard allOrNothing, !dryRun else { return try run(dryRun).status }
            let trial = try run(true)
            guard trial.status == .done, trial.failed == 0 else {
                context.complain(
                    Phrase(
                        en: "nothing was brought in: every row has to be good with --all-or-nothing.",
                        fr: "rien n’a été importé : avec --all-or-nothing, chaque ligne doit être bonne."))
                return .failed
            }
            return try run(false).status
        }
    }

    /// Opens the workspace, and on a demo where nobody is logged in goes on as its admin.
    private func importing(
        _ context: CommandContext, _ body: (WorkspaceSession, Credential) throws -> ExitStatus
    ) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context, writesMany: true)
        defer { session.close() }
        let status = try body(session, try session.credentialOrDemoAdministrator(token: token, context))
        session.workspace.refreshStatistics()
        return status
    }
}

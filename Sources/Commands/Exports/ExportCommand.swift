import ArgumentParser
import Domain
import Engine

/// `rplus export`: what the caller may see of a list, as CSV or JSON Lines.
struct ExportCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: spoken(
                en: "Export candidates, jobs, applications … to CSV or JSON Lines.",
                fr: "Exporter candidats, postes, candidatures… en CSV ou JSON Lines."),
            discussion: spoken(
                en: """
                    rplus export candidates > people.csv
                    rplus export jobs --format jsonl --output jobs.jsonl

                    You get what you may see. The columns are those that rplus import knows; a cell that a spreadsheet \
                    would take for a formula has an apostrophe in front, which the import takes away again.
                    """,
                fr: """
                    rplus export candidates > personnes.csv
                    rplus export jobs --format jsonl --output postes.jsonl

                    Vous obtenez ce que vous pouvez voir. Les colonnes sont celles que rplus import connaît ; une \
                    cellule qu’un tableur prendrait pour une formule est précédée d’une apostrophe, que l’import retire.
                    """))
    }

    @Argument(help: help(en: "What to export.", fr: "Ce qu’il faut exporter.", value: "what"))
    var what: ExportSubject

    @Option(
        name: .long, help: help(en: "csv or jsonl.", fr: "csv ou jsonl.", value: "format"))
    var format: ExportFormat = .csv

    @Option(
        name: .long,
        help: help(
            en: "The file to write; otherwise standard output.", fr: "Le fichier à écrire ; sinon la sortie standard.",
            value: "file"),
        completion: .file())
    var output: String?

    @Option(
        name: .long,
        help: help(
            en: "The access token (or RPLUS_TOKEN) instead of the stored session.",
            fr: "Le jeton d’accès (ou RPLUS_TOKEN) au lieu de la session enregistrée.", value: "token"))
    var token: String?

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let source = ExportSource(
            engine: session.engine, credential: try session.credentialOrDemoAdministrator(token: token, context))
        let file = try output.map { try ExportFile(context.path($0)) }
        do {
            let count = try TableExport(
                subject: what, format: format, source: source, context: context, output: file?.output ?? context.output
            ).run()
            try file?.finish()
            if file != nil {
                let number = Printing.number(count, context.language)
                context.say(Phrase(en: "\(number) rows written.", fr: "\(number) lignes écrites."))
            }
            return .done
        } catch let refused as ExportSource.Refused {
            ProblemText.print(refused.answer.body, to: context)
            return .failed
        }
    }
}

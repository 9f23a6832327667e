import ArgumentParser
import Domain
import Engine
import JSON

/// `rplus export`: what the caller may see of a list, as CSV, JSON or JSON Lines.
struct ExportCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: spoken(
                en: "Export candidates, jobs, applications … to CSV, JSON or JSON Lines.",
                fr: "Exporter candidats, postes, candidatures… en CSV, JSON ou JSON Lines."),
            discussion: spoken(
                en: """
                    rplus export candidates > people.csv
                    rplus export jobs --format jsonl --output jobs.jsonl
                    rplus export candidates --filter status=active --format json
                    rplus export person zoe@example.com --output zoe

                    You get what you may see. The columns are those that rplus import knows; a cell that a spreadsheet \
                    would take for a formula has an apostrophe in front, which the import takes away again. Experience, education and the levels of skills are in JSON \
                    only. The audit log keeps who exported what, by which filter, and how many rows.

                    person writes a folder with all that is kept on one candidate: person.json, person.html, and \
                    the documents.
                    """,
                fr: """
                    rplus export candidates > personnes.csv
                    rplus export jobs --format jsonl --output postes.jsonl
                    rplus export candidates --filter status=active --format json
                    rplus export person zoe@example.com --output zoe

                    Vous obtenez ce que vous pouvez voir. Les colonnes sont celles que rplus import connaît ; une \
                    cellule qu’un tableur prendrait pour une formule est précédée d’une apostrophe, que l’import retire. \
                    Expériences, formations et niveaux de compétence ne sont que dans le JSON. Le journal d’audit garde \
                    qui a exporté quoi, par quel filtre, et combien de lignes.

                    person écrit un dossier avec tout ce qui est conservé sur un candidat : person.json, person.html à \
                    lire, et les documents.
                    """))
    }

    @Argument(help: help(en: "What to export.", fr: "Ce qu’il faut exporter.", value: "what"))
    var what: ExportTarget

    @Argument(
        help: help(
            en: "For person: the identifier or an e-mail address.", fr: "Pour person : l’identifiant ou une adresse.",
            value: "who"))
    var who: String?

    @Option(
        name: .long, help: help(en: "csv, json or jsonl.", fr: "csv, json ou jsonl.", value: "format"))
    var format: ExportFormat = .csv

    @Option(
        name: .long,
        help: help(
            en: "A filter of the list, such as status=active; for contacts, of their companies. May be repeated.",
            fr: "Un filtre de la liste, tel que status=active ; pour contacts, de leurs entreprises. Peut se répéter.",
            value: "name=value"))
    var filter: [String] = []

    @Option(
        name: .long,
        help: help(
            en: "The file to write, for person the folder; otherwise standard output, or person-<id>.",
            fr: "Le fichier à écrire, pour person le dossier ; sinon la sortie standard, ou person-<id>.",
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
        guard case .list(let what) = what else { return try exportPerson(in: context) }
        if let who {
            throw CommandFailure.usage(Phrase(en: "'\(who)' is one word too many.", fr: "« \(who) » est en trop."))
        }
        let filter = try chosenRows(of: what, context)
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let source = ExportSource(
            engine: session.engine, credential: try session.credentialOrDemoAdministrator(token: token, context))
        let file = try output.map { try ExportFile(context.path($0)) }
        do {
            let count = try TableExport(
                subject: what, format: format, filter: filter, source: source, context: context,
                output: file?.output ?? context.output
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

    /// The filter as the list takes it. What says how the list is read is not to be chosen.
    private func chosenRows(of what: ExportSubject, _ context: CommandContext) throws -> JSONObject {
        let operation = try CallArguments.operation(named: what.operation)
        let given = try CallArguments(words: filter, input: nil, files: [], for: operation, context: context).input
        let members = given.objectValue ?? JSONObject()
        for name in ["page", "page_size", "cursor"] where members[name] != nil {
            throw CommandFailure.usage(
                Phrase(en: "--filter cannot set \(name).", fr: "--filter ne peut pas fixer \(name)."))
        }
        return members
    }

    private func exportPerson(in context: CommandContext) throws -> ExitStatus {
        guard let who else {
            throw CommandFailure.usage(
                Phrase(
                    en: "Say whom: rplus export person ID|EMAIL.", fr: "Dites qui : rplus export person ID|ADRESSE."))
        }
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let source = ExportSource(
            engine: session.engine, credential: try session.credentialOrDemoAdministrator(token: token, context))
        do {
            _ = try PersonExport(
                who: who, folder: output, source: source, files: session.workspace.files, context: context
            ).run()
            return .done
        } catch let refused as ExportSource.Refused {
            ProblemText.print(refused.answer.body, to: context)
            return .failed
        }
    }
}

import ArgumentParser
import Domain
import Engine
import JSON

/// `rplus call`: runs an operation, or with `--batch` one for each line of a stream.
struct CallCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "call",
            abstract: spoken(
                en: "Run one operation, or a stream of them.", fr: "Exécuter une opération, ou tout un flux."),
            discussion: spoken(
                en: """
                    rplus call jobs.list status=open page_size:=5
                    rplus call candidates.create --input person.json
                    rplus call candidates.cv.upload candidate_id=ID --file cv=cv.pdf
                    rplus call --batch calls.jsonl

                    name=value gives a text (or a number, where one is wanted), name:=value gives JSON. Parameters of \
                    the path and of the body are all given this way. A line of a batch is \
                    {"operation", "input", "token"?, "id"?}; its answer is {"id", "status", "body"}.
                    """,
                fr: """
                    rplus call jobs.list status=open page_size:=5
                    rplus call candidates.create --input personne.json
                    rplus call candidates.cv.upload candidate_id=ID --file cv=cv.pdf
                    rplus call --batch appels.jsonl

                    nom=valeur donne un texte (ou un nombre, s’il en faut un), nom:=valeur donne du JSON. Paramètres du \
                    chemin et du corps se donnent tous ainsi. Une ligne de lot est \
                    {"operation", "input", "token"?, "id"?} ; sa réponse est {"id", "status", "body"}.
                    """))
    }

    @Argument(
        help: help(
            en: "The operation, then name=value, name=@file or name:=json; with --batch a file or -.",
            fr: "L’opération, puis nom=valeur, nom=@fichier ou nom:=json ; avec --batch un fichier ou -.",
            value: "operation"),
        completion: .custom { _, _, _ in Catalogue.operations.map { $0.contract.id } })
    var words: [String] = []

    @Option(
        name: .long,
        help: help(
            en: "The input as a JSON object, from a file or -.", fr: "La saisie en objet JSON, d’un fichier ou de -.",
            value: "file"),
        completion: .file())
    var input: String?

    @Option(
        name: .long,
        help: help(en: "A file to upload, name=PATH.", fr: "Un fichier à envoyer, nom=CHEMIN.", value: "name=path"))
    var file: [String] = []

    @Option(
        name: .long,
        help: help(
            en: "The access token (or RPLUS_TOKEN) instead of the stored session.",
            fr: "Le jeton d’accès (ou RPLUS_TOKEN) au lieu de la session enregistrée.", value: "token"))
    var token: String?

    @Flag(help: help(en: "Call without an account.", fr: "Appeler sans compte."))
    var anonymous = false

    @Flag(
        help: help(
            en: "Print exactly what the HTTP API would answer.", fr: "Afficher exactement la réponse de l’API HTTP."))
    var json = false

    @Flag(help: help(en: "One call a line, one answer a line.", fr: "Un appel par ligne, une réponse par ligne."))
    var batch = false

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        if batch { return try performBatch(context) }
        guard let name = words.first else {
            throw CommandFailure.usage(
                Phrase(
                    en: "Name an operation, such as jobs.list; `rplus operations` lists them.",
                    fr: "Indiquez une opération, par exemple jobs.list ; `rplus operations` les énumère."))
        }
        let operation = try CallArguments.operation(named: name)
        let given = try CallArguments(
            words: Array(words.dropFirst()), input: input, files: file, for: operation, context: context)
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let credential = try session.credential(token: token, isAnonymous: anonymous, isExact: json)
        let answer = session.engine.dispatch(name, input: given.input, as: credential, leniency: .text)
        session.note("call \(name): \(answer.status)")
        let status = print(answer, context)
        session.engine.workOnReports()
        return status
    }

    private func print(_ answer: EncodedAnswer, _ context: CommandContext) -> ExitStatus {
        if json { context.output.line(answer.body.serialized()) }
        guard answer.isSuccess else {
            ProblemText.print(answer.body, to: context)
            return .failed
        }
        if !json { for line in AnswerText(context).lines(answer.body) { context.output.line(line) } }
        return .done
    }

    private func performBatch(_ context: CommandContext) throws -> ExitStatus {
        guard words.count <= 1, input == nil, file.isEmpty else {
            throw CommandFailure.usage(
                Phrase(
                    en: "--batch takes one file or -, and the input is in its lines.",
                    fr: "--batch prend un fichier ou -, et la saisie est dans ses lignes."))
        }
        let lines = try InputFile.open(context.path(words.first ?? "-"), standard: context.input)
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        let credential = try session.credential(token: token, isAnonymous: anonymous, isExact: true)
        try Batch(session: session, credential: credential).run(lines, to: context.output)
        return .done
    }
}

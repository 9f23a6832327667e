import Domain
import Engine
import Interchange
import JSON
import Workspace

/// Makes a candidate of each CV of a folder and attaches the file to it. A person who is on file already gets the CV and
/// is not doubled; the same file twice is one.
struct CurriculumImport {
    let files: [CurriculumFolder.File]
    let session: WorkspaceSession
    let credential: Credential
    let isDryRun: Bool
    let context: CommandContext

    private static let unit = Phrase(en: "files", fr: "fichiers")
    /// Endings of files that may be a CV, or that people take for one.
    private static let endings: Set<String> = [
        "pdf", "docx", "docm", "dotx", "txt", "text", "md", "json", "doc", "rtf", "odt", "",
    ]

    /// A file that did not become a candidate.
    private struct Refusal: Error {
        var reason: Phrase
    }

    func run() -> ExitStatus { Interruption.watching { importAll() } }

    private func importAll() -> ExitStatus {
        var report = ImportReport(context, isDryRun: isDryRun, total: files.count)
        for (index, file) in files.enumerated() {
            if Interruption.isRequested {
                report.finish()
                stop(at: file, left: files.count - index)
                return .failed
            }
            let place = Phrase(en: file.name, fr: file.name)
            do {
                let (isNew, notes) = try take(file)
                report.count(created: isNew ? 1 : 0, matched: isNew ? 0 : 1)
                report.note(place, notes)
            } catch let stopped as ImportBatch.Stopped {
                report.finish()
                ProblemText.print(stopped.answer.body, to: context)
                stop(at: file, left: files.count - index)
                return .failed
            } catch let refusal as Refusal {
                report.fail(place, [refusal.reason])
            } catch {
                let text = ErrorText.of(error)
                report.fail(place, [Phrase(en: text, fr: text)])
            }
            report.showProgress(Self.unit)
        }
        report.finish()
        return .done
    }

    /// Reads one file and brings its person in; answers whether the person is new, and what was left out.
    private func take(_ file: CurriculumFolder.File) throws -> (isNew: Bool, notes: [Phrase]) {
        let contents = try read(file)
        let reading: DocumentReading
        do {
            reading = try session.engine.adapters.documents.read(contents, filename: file.name)
        } catch {
            throw Refusal(reason: error.message)
        }
        let resume = ResumeRow(reading.resume)
        guard resume.isUsable else {
            throw Refusal(
                reason: Phrase(
                    en: "no name with contacts or a career was found; it does not look like a CV",
                    fr: "aucun nom avec des coordonnées ou un parcours ; cela ne ressemble pas à un CV"))
        }
        do {
            return try bringIn(resume, contents, file, key: key(for: resume, contents))
        } catch is Gone {
            // Known by its file once, but thrown away since.
            return try bringIn(resume, contents, file, key: nil)
        }
    }

    /// The candidate that the file was recognised as is not there any more.
    private struct Gone: Error {}

    private func bringIn(
        _ resume: ResumeRow, _ contents: [UInt8], _ file: CurriculumFolder.File, key: String?
    ) throws -> (isNew: Bool, notes: [Phrase]) {
        var rows = [ImportBatch.Row(place: Phrase(en: file.name, fr: file.name), row: resume.row, notes: [])]
        switch try batch(key: key).send(&rows).first {
        case .created(let id):
            let known = try attach(contents, file, to: id)
            return (!known, rows[0].notes)
        case .matched(let id):
            _ = try attach(contents, file, to: id)
            return (false, [])
        case .failed(let reasons):
            let words = (reasons.map(\.english).joined(separator: "; "), reasons.map(\.french).joined(separator: " ; "))
            throw Refusal(reason: Phrase(en: words.0, fr: words.1))
        case nil: throw Refusal(reason: Phrase(en: "no answer", fr: "pas de réponse"))
        }
    }

    private func read(_ file: CurriculumFolder.File) throws -> [UInt8] {
        let ending = file.name.split(separator: "/").last?.split(separator: ".").dropFirst().last ?? ""
        guard Self.endings.contains(ending.lowercased()) else {
            throw Refusal(
                reason: Phrase(
                    en: "not a type of file that CVs come in (.\(ending))",
                    fr: "ce type de fichier n’est pas un CV (.\(ending))"))
        }
        guard file.size <= UploadCurriculumVitae.maximumSize else {
            let problem = DocumentProblem.tooLarge(limit: UploadCurriculumVitae.maximumSize)
            throw Refusal(
                reason: Phrase(en: problem.message(in: .english), fr: problem.message(in: .french)))
        }
        do {
            return try InputFile.contents(
                file.path, limit: UploadCurriculumVitae.maximumSize, standard: MemoryInput(""))
        } catch {
            throw Refusal(reason: error.phrase)
        }
    }

    /// A person without an address or a number cannot be recognised, but the file can: the same file is the same call.
    private func key(for resume: ResumeRow, _ contents: [UInt8]) -> String? {
        resume.hasContacts || isDryRun ? nil : "cv \(Digest.sha256(contents)) \(ResumeParser.version)"
    }

    private func batch(key: String?) -> ImportBatch {
        var members = JSONObject()
        if let key { members["idempotency_key"] = .string(key) }
        return ImportBatch(
            engine: session.engine, credential: credential, operation: ImportSubject.cvs.operation, isDryRun: isDryRun,
            repair: RowRepair(.cvs), members: members)
    }

    /// Attaches the file; answers whether it was there already.
    private func attach(_ contents: [UInt8], _ file: CurriculumFolder.File, to candidate: String?) throws -> Bool {
        guard !isDryRun, let candidate else { return false }
        let before = session.engine.adapters.clock.now()
        let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
        let answer = session.engine.dispatch(
            "candidates.cv.upload",
            input: [
                "candidate_id": .string(candidate), "filename": .string(name),
                "content_base64": .string(Base64URL.encode(contents)),
            ], as: credential)
        guard answer.isSuccess else {
            if answer.status == 401 || answer.status >= 500 { throw ImportBatch.Stopped(answer: answer) }
            if answer.status == 404 { throw Gone() }
            let detail = answer.body["errors"]?[0]?["message"]?.stringValue ?? answer.body["detail"]?.stringValue ?? ""
            throw Refusal(reason: Phrase(en: detail, fr: detail))
        }
        guard let made = answer.body["created_at"]?.stringValue.flatMap({ Instant($0) }) else { return false }
        return made < before
    }

    private func stop(at file: CurriculumFolder.File, left: Int) {
        let name = Printing.clean(file.name)
        context.complain(
            Phrase(
                en: "the import stopped before \(name); \(left) files are left. The same command goes on: what is in "
                    + "already is recognised.",
                fr:
                    "l’import s’est arrêté avant \(name) ; il reste \(left) fichiers. La même commande reprend : ce qui "
                    + "est déjà là est reconnu."))
    }
}

import Domain
import Engine
import Glibc
import JSON
import Workspace

/// `rplus export person`: everything that is kept on one person, as a folder with `person.json`, `person.html` and the
/// person's documents.
struct PersonExport {
    let who: String
    /// The folder to make; by default one in the current folder, named by the person's identifier.
    let folder: String?
    let source: ExportSource
    let files: FileFolder
    let context: CommandContext

    /// Answers how many documents were written.
    func run() throws -> Int {
        let id = try identifier()
        let data = try call("candidates.personalData", ["candidate_id": .string(id), "format": "json"])
        let page = try call("candidates.personalData", ["candidate_id": .string(id), "format": "html"])
        let folder = context.path(folder ?? "person-\(id)")
        try make(folder)
        try write(Array((data.serialized() + "\n").utf8), to: "\(folder)/person.json")
        try write(Array((page["html"]?.stringValue ?? "").utf8), to: "\(folder)/person.html")
        var seen: Set<String> = []
        var written = 0
        var missing: [String] = []
        for (number, file) in (data["files"]?.arrayValue ?? []).enumerated() {
            guard let digest = file["sha256"]?.stringValue, !digest.isEmpty, seen.insert(digest).inserted else {
                continue
            }
            let name = Self.safeName(file["filename"]?.stringValue ?? "")
            guard let contents = try files.contents(sha256: digest) else {
                missing.append(name)
                continue
            }
            try write(contents, to: "\(folder)/\(number + 1)-\(name)")
            written += 1
        }
        context.say(
            Phrase(
                en: "\(folder): person.json, person.html and \(written) documents.",
                fr: "\(folder) : person.json, person.html et \(written) documents."))
        guard missing.isEmpty else {
            let names = missing.joined(separator: ", ")
            throw CommandFailure(
                Phrase(
                    en: "Documents that are not there any more: \(names). The export is incomplete; rplus doctor says "
                        + "more.",
                    fr: "Documents introuvables : \(names). L’export est incomplet ; rplus doctor en dit plus."))
        }
        return written
    }

    private func call(_ operation: String, _ input: JSONValue) throws -> JSONValue {
        let answer = source.engine.dispatch(operation, input: input, as: source.credential)
        guard answer.isSuccess else { throw ExportSource.Refused(answer: answer) }
        return answer.body
    }

    /// The person's identifier: given as such, or found by an e-mail address.
    private func identifier() throws -> String {
        guard let address = SignInAddress(who)?.address else { return who }
        let profile = source.engine.dispatch("auth.profile", input: [:], as: source.credential)
        if profile.isSuccess, let own = profile.body["candidate_id"]?.stringValue,
            profile.body["email"]?.stringValue?.lowercased() == address.folded
        {
            return own
        }
        let found = try call("candidates.list", ["q": .string("\"\(address.value)\""), "page_size": 200])
        let matches = (found["data"]?.arrayValue ?? []).filter { row in
            row["emails"]?.arrayValue?.contains { $0["value"]?.stringValue?.lowercased() == address.folded } ?? false
        }
        guard let id = matches.first?["id"]?.stringValue else {
            throw CommandFailure(
                Phrase(
                    en: "No candidate has the address \(address.value).",
                    fr: "Aucun candidat n’a l’adresse \(address.value)."))
        }
        guard matches.count == 1 else {
            let ids = matches.compactMap { $0["id"]?.stringValue }.joined(separator: ", ")
            throw CommandFailure(
                Phrase(
                    en: "Several candidates have the address \(address.value): name one by its identifier (\(ids)).",
                    fr: "Plusieurs candidats ont l’adresse \(address.value) : précisez l’identifiant (\(ids))."
                ))
        }
        return id
    }

    /// Only the owner of the files reads what is written.
    private func make(_ folder: String) throws {
        guard mkdir(folder, 0o700) != 0 else { return }
        let reason = String(cString: strerror(errno))
        throw CommandFailure(
            Phrase(
                en: "\(folder) cannot be made: \(reason). Name another with --output.",
                fr: "\(folder) ne peut pas être créé : \(reason). Donnez-en un autre avec --output."))
    }

    private func write(_ contents: [UInt8], to path: String) throws {
        let file = try ExportFile(path)
        file.output.write(contents)
        try file.finish()
        // A disk that is full says nothing while it is written to.
        var status = stat()
        guard stat(path, &status) == 0, Int(status.st_size) == contents.count else {
            throw CommandFailure(
                Phrase(en: "\(path) is not whole: is the disk full?", fr: "\(path) est incomplet : disque plein ?"))
        }
    }

    /// A name that leads nowhere else and that no shell or terminal takes for something.
    static func safeName(_ name: String) -> String {
        let letters = name.map { letter -> Character in
            letter.isASCII && (letter.isLetter || letter.isNumber || letter == "." || letter == "-") ? letter : "_"
        }
        let safe = String(String(letters).drop { $0 == "." || $0 == "-" }.suffix(100))
        return safe.isEmpty ? "document" : safe
    }
}

import Domain
import JSON
import Storage

/// Adds a document to a candidate: its text is read, kept and searchable, the file is kept as it is. A document that
/// cannot be read is refused with the reason; no empty one is ever made. The same contents again are the same version.
public struct UploadCurriculumVitae: RouteOperation {
    public static let contract = Contract(
        "candidates.cv.upload", .post, "/candidates/{candidate_id}/cv",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Upload CV/resume", fr: "Joindre un CV"), success: 201)

    /// Bytes that a file may have.
    public static let maximumSize = 20 * 1024 * 1024

    public var candidateID: Candidate.ID
    public var filename: Text<255>
    public var contentBase64: String
    /// `resume` unless said otherwise.
    public var kind: CurriculumVitae.Kind?
    /// Whether it becomes the candidate's main CV; a `resume` does unless said otherwise, others never.
    public var primary: Bool?

    public init(
        candidateID: Candidate.ID, filename: Text<255>, contentBase64: String, kind: CurriculumVitae.Kind? = nil,
        primary: Bool? = nil
    ) {
        self.candidateID = candidateID
        self.filename = filename
        self.contentBase64 = contentBase64
        self.kind = kind
        self.primary = primary
    }

    /// A document that was read and whose file is kept.
    public struct Document: Sendable {
        var size: Int
        var sha256: String
        var reading: DocumentReading
    }

    /// Everything but the contents.
    public var auditedInput: JSONValue? {
        var input = JSONObject()
        input["candidate_id"] = .string(candidateID.description)
        input["filename"] = .string(filename.value)
        if let kind { input["kind"] = .string(kind.rawValue) }
        if let primary { input["primary"] = .bool(primary) }
        return .object(input)
    }

    public func prepare(in preparation: Preparation) throws -> Document {
        let contents = try decoded()
        let level = try preparation.database.read {
            try CandidateVisibility.level(
                of: candidateID, for: preparation.principal, now: preparation.now, in: $0)
        }
        guard level == .full else { throw CandidateVisibility.notFound(candidateID) }
        let reading: DocumentReading
        do throws(DocumentRefusal) {
            reading = try preparation.documents.read(contents, filename: filename.value)
        } catch {
            throw Problem.invalid(field: "content_base64", code: error.code, error.message)
                .about("candidate", candidateID)
        }
        let sha256 = try preparation.files.keep(contents)
        return Document(size: contents.count, sha256: sha256, reading: reading)
    }

    private func decoded() throws(Problem) -> [UInt8] {
        if primary == true, let kind, kind != .resume {
            throw Problem.invalid(
                field: "primary", code: "invalid",
                Phrase(en: "only a resume can be the main CV", fr: "seul un CV peut être le CV principal"))
        }
        // Four letters of base 64 are three bytes; line ends may add a little.
        guard contentBase64.utf8.count <= Self.maximumSize / 3 * 4 + Self.maximumSize / 10 else { throw Self.tooLarge }
        guard let contents = Base64URL.decode(contentBase64) else {
            throw Problem.invalid(
                field: "content_base64", code: "format",
                Phrase(en: "must be the file in base 64", fr: "doit être le fichier en base 64"))
        }
        guard !contents.isEmpty else {
            throw Problem.invalid(
                field: "content_base64", code: "too_short",
                Phrase(en: "the file is empty", fr: "le fichier est vide"))
        }
        guard contents.count <= Self.maximumSize else { throw Self.tooLarge }
        return contents
    }

    private static let tooLarge = Problem(
        .payloadTooLarge,
        Phrase(
            en: "The file is larger than 20 MB. Make it smaller, for instance by leaving pictures out.",
            fr: "Le fichier dépasse 20 Mo. Réduisez-le, par exemple en retirant des images."))

    public func perform(in call: Call, prepared: Document) throws -> CurriculumVitaeView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        let existing = try CurriculumVitaeReading.one(
            of: candidateID, sha256: prepared.sha256, in: call.transaction)
        if let existing { return try again(existing, in: call) }
        let kind = kind ?? .resume
        let isPrimary = kind == .resume && primary ?? true
        let last: Int? = try call.transaction.value(
            "SELECT COALESCE(MAX(version_no), 0) FROM cv WHERE candidate_id = \(candidateID)")
        let view = CurriculumVitaeView(
            id: call.newID(), candidateID: candidateID, versionNo: (last ?? 0) + 1, filename: filename.value,
            mediaType: prepared.reading.mediaType, size: prepared.size, sha256: prepared.sha256, kind: kind,
            isPrimary: isPrimary, createdAt: call.now, text: prepared.reading.text, parsed: prepared.reading.resume,
            parserVersion: prepared.reading.parserVersion)
        if isPrimary { try demoteOthers(than: view.id, in: call) }
        try insert(view, in: call)
        if isPrimary { try CandidateSearchDocument.rebuild(candidateID, in: call.transaction) }
        call.note("cv", view.id, after: Self.audited(view))
        return view
    }

    /// The same file once more: nothing is doubled. It becomes the main CV if that was asked for.
    private func again(_ existing: CurriculumVitaeView, in call: Call) throws -> CurriculumVitaeView {
        guard primary == true, !existing.isPrimary, existing.kind == .resume else { return existing }
        try demoteOthers(than: existing.id, in: call)
        try call.transaction.execute(
            """
            UPDATE cv SET is_primary = 1, updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(existing.id)
            """)
        try CandidateSearchDocument.rebuild(candidateID, in: call.transaction)
        call.note("cv", existing.id, before: ["is_primary": false], after: ["is_primary": true])
        var view = existing
        view.isPrimary = true
        return view
    }

    private func demoteOthers(than id: CurriculumVitae.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE cv SET is_primary = 0, updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence())
            WHERE candidate_id = \(candidateID) AND is_primary = 1 AND id <> \(id) AND deleted_at IS NULL
            """)
    }

    private func insert(_ view: CurriculumVitaeView, in call: Call) throws {
        try call.transaction.execute(
            """
            INSERT INTO cv (id, created_at, updated_at, created_by, version, row_seq, candidate_id, version_no, filename,
            media_type, size, sha256, content, parsed, parser_version, is_primary, kind)
            VALUES (\(view.id), \(call.now), \(call.now), \(call.principal.userID), 1, \(call.rowSequence()),
            \(candidateID), \(view.versionNo), \(view.filename), \(view.mediaType), \(view.size), \(view.sha256),
            \(view.text), \(view.parsed.serialized()), \(view.parserVersion), \(view.isPrimary), \(view.kind))
            """)
    }

    /// What the audit log keeps: neither the file nor its words.
    private static func audited(_ view: CurriculumVitaeView) -> JSONValue {
        [
            "filename": .string(view.filename), "sha256": .string(view.sha256), "size": .integer(Int64(view.size)),
            "version_no": .integer(Int64(view.versionNo)), "is_primary": .bool(view.isPrimary),
            "kind": .string(view.kind.rawValue),
        ]
    }
}

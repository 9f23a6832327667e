import Domain
import JSON
import Storage

/// A candidate's CV with the text that was read out of it and, if asked, the file itself. Without `version` the primary
/// one. An employer needs to see the candidate in full (403 otherwise).
public struct GetCurriculumVitae: RouteOperation {
    public static let contract = Contract(
        "candidates.cv.get", .get, "/candidates/{candidate_id}/cv",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get CV/resume", fr: "Lire le CV"))

    public var candidateID: Candidate.ID
    public var version: Bounded<1, 1_000_000>?
    /// Whether the file comes along, in base 64.
    public var includeContent: Bool?

    public init(candidateID: Candidate.ID, version: Bounded<1, 1_000_000>? = nil, includeContent: Bool? = nil) {
        self.candidateID = candidateID
        self.version = version
        self.includeContent = includeContent
    }

    /// The file's contents, read outside the transaction.
    public struct File: Sendable {
        var sha256: String
        var contents: [UInt8]?
    }

    /// Reads the file for whoever may see it; `perform` decides again.
    public func prepare(in preparation: Preparation) throws -> File? {
        guard includeContent == true else { return nil }
        let sha256: String? = try preparation.database.read { transaction in
            let level = try CandidateVisibility.level(
                of: candidateID, for: preparation.principal, now: preparation.now, in: transaction)
            guard level == .full else { return nil }
            return try CurriculumVitaeReading.one(of: candidateID, version: version?.value, in: transaction)?.sha256
        }
        guard let sha256 else { return nil }
        return File(sha256: sha256, contents: try preparation.files.contents(sha256: sha256))
    }

    public func perform(in call: Call, prepared: File?) throws -> CurriculumVitaeView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        let found = try CurriculumVitaeReading.one(of: candidateID, version: version?.value, in: call.transaction)
        guard var view = found else { throw Problem.notFound(Phrase(en: "CV", fr: "CV")) }
        guard includeContent == true else { return view }
        guard let prepared, prepared.sha256 == view.sha256 else {
            throw Problem.conflict(
                Phrase(
                    en: "The CV was replaced a moment ago. Ask again.",
                    fr: "Le CV vient d’être remplacé. Redemandez-le."))
        }
        guard let contents = prepared.contents else {
            throw Problem(
                .internalError,
                Phrase(
                    en: "The file of this CV is missing from the workspace. Run `rplus doctor`.",
                    fr: "Le fichier de ce CV manque dans l’espace de travail. Lancez `rplus doctor`."))
        }
        view.contentBase64 = Base64.encode(contents)
        return view
    }
}

/// Base 64 with the standard alphabet and padding (RFC 4648, section 4), as files travel in JSON.
public enum Base64 {
    public static func encode(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let length = (bytes.count + 2) / 3 * 4
        return String(unsafeUninitializedCapacity: length) { text in
            var written = 0
            var index = 0
            while index < bytes.count {
                let rest = bytes.count - index
                let word =
                    UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
                    | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
                text[written] = alphabet[Int(word >> 18 & 63)]
                text[written + 1] = alphabet[Int(word >> 12 & 63)]
                text[written + 2] = rest > 1 ? alphabet[Int(word >> 6 & 63)] : UInt8(ascii: "=")
                text[written + 3] = rest > 2 ? alphabet[Int(word & 63)] : UInt8(ascii: "=")
                written += 4
                index += 3
            }
            return written
        }
    }
}

import Domain
import Intelligence
import JSON
import Storage

/// Reads a CV: its fields with where each stands in the text, its skills, years by skill, gaps, what is missing and how
/// readable it is. The CV is a candidate's, a text, or a file in base 64 with its name.
public struct AnalyseCurriculum: RouteOperation {
    public static let contract = Contract(
        "ai.cvAnalysis", .post, "/ai-tools/cv-analysis",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "AI CV analysis", fr: "Analyser un CV (IA)"))

    public var candidateID: Candidate.ID?
    public var text: String?
    public var file: File?

    public struct File: Codable, Sendable {
        public var filename: Text<255>
        public var contentBase64: String
    }

    public init(candidateID: Candidate.ID? = nil, text: String? = nil, file: File? = nil) {
        self.candidateID = candidateID
        self.text = text
        self.file = file
    }

    /// A text and the fields that were read out of it.
    public struct Curriculum: Sendable {
        var text: String
        var resume: JSONValue
    }

    /// What was read before the transaction.
    public struct Prepared: Sendable {
        /// The CV that was given, or the candidate's as it was then.
        var curriculum: Curriculum
        /// What the program finds in it.
        var skills: [ExtractedSkill]
        var named: Assisted<[NamedSkill]>?
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        let given = try read(preparation.documents)
        let curriculum = try given ?? preparation.read { try kept(in: $0) }
        let named = try preparation.ask { call in
            var known = KnownPersonalData()
            known.add(resume: curriculum.resume)
            if let candidateID, let candidate = try CandidateReading.one(candidateID, in: call) { known.add(candidate) }
            return SkillDraft.task(curriculum.text, known)
        }
        return Prepared(
            curriculum: curriculum, skills: SkillExtractor().skills(in: curriculum.text), named: named)
    }

    public func perform(in call: Call, prepared: Prepared) throws -> CurriculumAnalysis {
        // What was read before counts only for whoever may still read it, and while the text is the same.
        let curriculum = candidateID == nil ? prepared.curriculum : try kept(in: call)
        let isSame = curriculum.text == prepared.curriculum.text
        let skills = isSame ? prepared.skills : SkillExtractor().skills(in: curriculum.text)
        return try CurriculumAnalysis(curriculum, skills, prepared.named, in: call)
    }

    /// The CV that was given; `nil` where it is a candidate's.
    private func read(_ documents: any DocumentReader) throws -> Curriculum? {
        try OneInput.check([
            ("candidate_id", candidateID != nil), ("text", text != nil), ("file", file != nil),
        ])
        let contents: [UInt8]
        let filename: String
        if let text {
            try OneInput.check(text: text, field: "text")
            (contents, filename) = (Array(text.utf8), "cv.txt")
        } else if let file {
            guard file.contentBase64.utf8.count <= UploadCurriculumVitae.maximumSize / 3 * 4,
                let decoded = Base64URL.decode(file.contentBase64), !decoded.isEmpty
            else {
                throw Problem.invalid(
                    field: "file.content_base64", code: "format",
                    Phrase(
                        en: "must be the file in base 64, 20 MB at most",
                        fr: "doit être le fichier en base 64, 20 Mo au plus"))
            }
            (contents, filename) = (decoded, file.filename.value)
        } else {
            return nil
        }
        do throws(DocumentRefusal) {
            let reading = try documents.read(contents, filename: filename)
            return Curriculum(text: reading.text, resume: reading.resume)
        } catch {
            throw Problem.invalid(field: file == nil ? "text" : "file", code: error.code, error.message)
        }
    }

    /// The candidate's CV, for whoever sees the candidate in full.
    private func kept(in call: Call) throws -> Curriculum {
        guard let candidateID else { throw Problem.internalError }
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let found = try CurriculumVitaeReading.one(of: candidateID, version: nil, in: call.transaction) else {
            throw Problem.notFound(Phrase(en: "CV", fr: "CV")).about("candidate", candidateID)
        }
        return Curriculum(text: found.text, resume: found.parsed)
    }
}

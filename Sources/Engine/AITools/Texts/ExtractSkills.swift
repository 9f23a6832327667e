import Domain
import Intelligence
import Storage

/// The skills that a text speaks of, in English or French, each with where it stands (in Unicode scalars), what the
/// workspace and ESCO call it and how sure that is. The assistant may point out more of them.
public struct ExtractSkills: RouteOperation {
    public static let contract = Contract(
        "ai.skillExtraction", .post, "/ai-tools/skill-extraction",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "AI skill extraction", fr: "Extraire les compétences (IA)"))

    public var text: String
    /// The language of the text; found out unless it is said.
    public var language: Language?

    public init(text: String, language: Language? = nil) {
        self.text = text
        self.language = language
    }

    /// What comes back.
    public struct Extraction: Codable, Sendable {
        public var skills: [ExtractedSkillView]
        public var source: AnswerSource
        /// The assistant that looked for more.
        public var model: String?
        /// Why the assistant did not.
        public var sourceNote: String?
    }

    /// What was read before the transaction.
    public struct Prepared: Sendable {
        var skills: [ExtractedSkill]
        var named: Assisted<[NamedSkill]>?
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        try OneInput.check(text: text, field: "text")
        let named = try preparation.ask { _ in task(preparation.documents) }
        return Prepared(skills: SkillExtractor().skills(in: text, language: language), named: named)
    }

    /// The name at the head of a CV is known by reading it as one; where that fails nobody is asked.
    private func task(_ documents: any DocumentReader) -> AssistantTask<[NamedSkill]> {
        do throws(DocumentRefusal) {
            let reading = try documents.read(Array(AssistantText.beginning(text).utf8), filename: "cv.txt")
            var known = KnownPersonalData()
            known.add(resume: reading.resume)
            return SkillDraft.task(text, known)
        } catch {
            return AssistantTask(basis: text, refusal: .unreadableText)
        }
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Extraction {
        let (draft, author) = Assisted.result(of: prepared.named, about: text, call.principal.language)
        return Extraction(
            skills: try SkillDraft.merged(ExtractedSkillView.all(prepared.skills, in: call), draft, in: call),
            source: author.source, model: author.model, sourceNote: author.note)
    }
}

/// A skill found in a text; `start` and `end` count Unicode scalars.
public struct ExtractedSkillView: Codable, Sendable, Equatable {
    public var name: String
    /// The workspace's own skill of that name.
    public var skillID: Skill.ID?
    public var escoURI: String?
    public var kind: Skill.Kind
    public var start: Int
    public var end: Int
    /// 0…1.
    public var confidence: Double

    /// The skills with the workspace's identifiers; each name is looked up once.
    static func all(_ skills: [ExtractedSkill], in call: Call) throws -> [ExtractedSkillView] {
        var known: [String: Skill.ID?] = [:]
        return try skills.map { skill in
            var id: Skill.ID?
            for name in [skill.text, skill.name] where id == nil {
                if let found = known[name] {
                    id = found
                } else {
                    id = try SkillNames.find(name, in: call.transaction)
                    known[name] = .some(id)
                }
            }
            return ExtractedSkillView(
                name: skill.name, skillID: id, escoURI: skill.skill?.escoURI,
                kind: Skill.Kind(rawValue: skill.kind.rawValue) ?? .skill, start: skill.start, end: skill.end,
                confidence: skill.confidence)
        }
    }
}

import Domain
import Intelligence
import Storage

/// Writes the text of a mail to a candidate from the record and fixed sentences, or has the assistant write it. Nothing
/// is sent.
public struct WriteEmail: RouteOperation {
    public static let contract = Contract(
        "ai.emailGeneration", .post, "/ai-tools/email-generation",
        access: .roles(consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Generate emails", fr: "Rédiger des courriels"))

    public var kind: LetterKind
    public var applicationID: Application.ID
    /// `formal` unless said otherwise.
    public var tone: LetterTone?
    /// The caller's unless said otherwise.
    public var language: Language?

    public init(
        kind: LetterKind, applicationID: Application.ID, tone: LetterTone? = nil, language: Language? = nil
    ) {
        self.kind = kind
        self.applicationID = applicationID
        self.tone = tone
        self.language = language
    }

    /// What comes back.
    public struct Email: Codable, Sendable, Equatable {
        public var subject: String
        public var body: String
        public var language: Language
        public var source: AnswerSource
        /// The assistant that wrote it.
        public var model: String?
        /// Why the assistant did not.
        public var sourceNote: String?
    }

    public func prepare(in preparation: Preparation) throws -> Assisted<LetterDraft>? {
        try preparation.ask { call in
            let facts = try facts(in: call)
            return LetterDraft.task(
                kind, facts.letter, facts.known, tone: tone ?? .formal, language: facts.language,
                sharesPersonalData: preparation.assistant?.sharesPersonalData == true)
        }
    }

    public func perform(in call: Call, prepared: Assisted<LetterDraft>?) throws -> Email {
        let facts = try facts(in: call)
        let letter = Letter.write(kind, facts.letter, tone: tone ?? .formal, language: facts.language)
        let (draft, author) = Assisted.result(of: prepared, about: letter.text, call.principal.language)
        return Email(
            subject: draft?.subject ?? letter.subject, body: draft?.body ?? letter.body, language: facts.language,
            source: author.source, model: author.model, sourceNote: author.note)
    }

    private func facts(
        in call: Call
    ) throws -> (letter: LetterFacts, known: KnownPersonalData, language: Language) {
        let application = try ApplicationRecord.load(applicationID, in: call).view
        guard let candidate = try CandidateReading.one(application.candidateID, in: call) else {
            throw CandidateVisibility.notFound(application.candidateID)
        }
        let sender = try call.transaction.first(
            "SELECT first_name, last_name FROM user_account WHERE id = \(call.actor())"
        ) { columns in ApplicationReading.fullName(try columns.next(), try columns.next()) }
        let letter = LetterFacts(
            firstName: candidate.firstName ?? "", lastName: candidate.lastName ?? "", jobTitle: application.jobTitle,
            companyName: application.companyName, sender: sender ?? "")
        var known = KnownPersonalData()
        known.add(candidate)
        known.add(first: sender, last: nil)
        return (letter, known, language ?? call.principal.language)
    }
}

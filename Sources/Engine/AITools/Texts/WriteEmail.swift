import Domain
import Intelligence
import Storage

/// Writes the text of a mail to a candidate from the record and fixed sentences. Nothing is sent.
public struct WriteEmail: RouteOperation {
    public static let contract = Contract(
        "ai.emailGeneration", .post, "/ai-tools/email-generation",
        access: .roles(consultant: .yes, admin: .yes), effect: .read, "Generate emails")

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
    }

    public func perform(in call: Call) throws -> Email {
        let application = try ApplicationRecord.load(applicationID, in: call).view
        guard let candidate = try CandidateReading.one(application.candidateID, in: call) else {
            throw CandidateVisibility.notFound(application.candidateID)
        }
        let sender = try call.transaction.first(
            "SELECT first_name, last_name FROM user_account WHERE id = \(call.actor())"
        ) { columns in ApplicationReading.fullName(try columns.next(), try columns.next()) }
        let language = language ?? call.principal.language
        let facts = LetterFacts(
            firstName: candidate.firstName ?? "", lastName: candidate.lastName ?? "", jobTitle: application.jobTitle,
            companyName: application.companyName, sender: sender ?? "")
        let letter = Letter.write(kind, facts, tone: tone ?? .formal, language: language)
        return Email(subject: letter.subject, body: letter.body, language: language, source: .embedded)
    }
}

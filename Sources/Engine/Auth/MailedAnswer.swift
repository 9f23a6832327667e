import Domain

/// The answer of operations that send a mail to an address if it has an account, and say the same if it has none.
public struct MailedAnswer: Codable, Sendable, Equatable {
    public var email: String
    /// What to expect, in the caller's language.
    public var message: String

    init(_ email: EmailAddress, _ language: Language) {
        self.email = email.value
        message =
            Phrase(
                en: "If this address has such an account, a mail is on its way to it.",
                fr: "Si un tel compte existe à cette adresse, un courrier lui est envoyé.")[language]
    }
}

import Domain
import JSON
import Storage

/// Confirms the address of an account with the token of the mail that was sent there.
public struct VerifyEmail: RouteOperation {
    public static let contract = Contract(
        "auth.verifyEmail", .post, "/auth/verify-email", access: .everyone, effect: .write,
        Phrase(en: "Email verification", fr: "Vérifier l’adresse de courriel"))

    public struct Answer: Codable, Sendable, Equatable {
        public var email: String
        public var verifiedAt: Instant
        /// `pending` for an employer whom an administrator has not accepted yet.
        public var status: User.Status
    }

    public var token: SecretText

    public init(token: SecretText) { self.token = token }

    public func perform(in call: Call) throws -> Answer {
        guard let user = try AccountToken(token)?.use([.emailVerification], in: call) else {
            throw AccountToken.refusal
        }
        try AccountConfirmation.confirm(user, in: call)
        let account = try AccountReading.one(user, in: call.transaction)
        call.auditedPrincipal = Principal(userID: user, role: account.role)
        call.note(
            "user", user,
            after: ["email_verified_at": .string(call.now.description), "status": .string(account.status.rawValue)])
        return Answer(
            email: account.email, verifiedAt: account.emailVerifiedAt ?? call.now, status: account.status)
    }
}

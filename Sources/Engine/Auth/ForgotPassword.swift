import Domain
import JSON
import Storage

/// Sends a mail with which a new password can be chosen. Whether the address has an account is not said.
public struct ForgotPassword: RouteOperation {
    public static let contract = Contract(
        "auth.forgotPassword", .post, "/auth/forgot-password", access: .everyone, effect: .write,
        Phrase(en: "Password reset request", fr: "Demander un nouveau mot de passe"))

    public var email: SignInAddress

    public init(email: EmailAddress) { self.email = SignInAddress(email) }

    public func prepare(in preparation: Preparation) throws -> AccountToken {
        AccountToken(random: preparation.entropy.bytes(AccountToken.length))
    }

    public func perform(in call: Call, prepared: AccountToken) throws -> MailedAnswer {
        try RateLimit.passwordReset.take(email.address.folded, in: call)
        if let holder = try NewAccount.holder(of: email.address, in: call.transaction) {
            let account = try AccountReading.one(holder, in: call.transaction)
            // A deactivated account would not open with a new password either.
            if account.status != .inactive {
                try AccountMail(to: account, in: call).passwordReset(prepared)
                call.note("user", holder, after: ["mail": "password_reset"])
            }
        }
        return MailedAnswer(email.address, call.principal.language)
    }
}

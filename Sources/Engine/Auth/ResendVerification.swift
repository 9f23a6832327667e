import Domain
import JSON
import Storage

/// Sends the mail that confirms an address once more; the earlier one is worthless from then on. Whether the address has
/// an account, or has been confirmed, is not said.
public struct ResendVerification: RouteOperation {
    public static let contract = Contract(
        "auth.resendVerification", .post, "/auth/verify-email/resend", access: .everyone, effect: .write,
        Phrase(en: "Send the verification mail again", fr: "Renvoyer le courriel de vérification"), isContract: false)

    public var email: SignInAddress

    public init(email: EmailAddress) { self.email = SignInAddress(email) }

    public func prepare(in preparation: Preparation) throws -> AccountToken {
        AccountToken(random: preparation.entropy.bytes(AccountToken.length))
    }

    public func perform(in call: Call, prepared: AccountToken) throws -> MailedAnswer {
        try RateLimit.verificationMail.take(email.address.folded, in: call)
        if let holder = try NewAccount.holder(of: email.address, in: call.transaction) {
            let account = try AccountReading.one(holder, in: call.transaction)
            if account.emailVerifiedAt == nil, account.status != .inactive {
                try AccountMail(to: account, in: call).verification(prepared)
                call.note("user", holder, after: ["mail": "email_verification"])
            }
        }
        return MailedAnswer(email.address, call.principal.language)
    }
}

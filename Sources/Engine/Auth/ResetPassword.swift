import Domain
import JSON
import Storage

/// Sets a new password for whoever has the token of a mail that was asked for or that invited. Every session of the
/// account ends. Who reads the mail has shown that the address is theirs, so it counts as confirmed.
public struct ResetPassword: RouteOperation {
    public static let contract = Contract(
        "auth.resetPassword", .post, "/auth/reset-password", access: .everyone, effect: .write,
        Phrase(en: "Password reset confirmation", fr: "Choisir un nouveau mot de passe avec le code reçu"))

    public struct Answer: Codable, Sendable, Equatable {
        public var email: String
        public var status: User.Status
        public var changedAt: Instant
    }

    public var token: SecretText
    public var newPassword: NewPassword

    public init(token: SecretText, newPassword: NewPassword) {
        self.token = token
        self.newPassword = newPassword
    }

    public struct Prepared: Sendable {
        let token: AccountToken
        let hash: String
    }

    private static let purposes: [AccountToken.Purpose] = [.passwordReset, .invitation]

    public func prepare(in preparation: Preparation) throws -> Prepared {
        guard let token = AccountToken(token) else { throw AccountToken.refusal }
        let account = try preparation.database.read { transaction in
            try token.owner(Self.purposes, now: preparation.now, in: transaction).flatMap {
                try AccountSecrets.of($0, in: transaction)
            }
        }
        guard let account else { throw AccountToken.refusal }
        if let fault = newPassword.fault(for: EmailAddress(stored: account.email)) { throw Problem.invalid([fault]) }
        let hash = try preparation.passwords.hash(
            newPassword.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
        return Prepared(token: token, hash: hash)
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer {
        guard let user = try prepared.token.use(Self.purposes, in: call) else { throw AccountToken.refusal }
        for purpose in Self.purposes { try AccountToken.withdraw(from: user, purpose, in: call) }
        try AccountSessions.setPassword(of: user, hash: prepared.hash, at: call.now, in: call.transaction)
        try AccountConfirmation.confirm(user, in: call)
        let account = try AccountReading.one(user, in: call.transaction)
        try AccountMail(to: account, in: call).passwordChanged()
        call.auditedPrincipal = Principal(userID: user, role: account.role)
        call.note("user", user, after: ["password": "changed"])
        return Answer(email: account.email, status: account.status, changedAt: call.now)
    }
}

import Domain
import JSON
import Storage

/// Sets a new password for whoever knows the current one. Every session ends, the caller's too; the answer is a new one.
/// A wrong current password counts as a failed login.
public struct ChangePassword: RouteOperation {
    public static let contract = Contract(
        "auth.changePassword", .post, "/auth/change-password", access: .signedIn, effect: .write,
        Phrase(en: "Change password", fr: "Changer de mot de passe"))

    public var currentPassword: Password
    public var newPassword: NewPassword

    public init(currentPassword: Password, newPassword: NewPassword) {
        self.currentPassword = currentPassword
        self.newPassword = newPassword
    }

    public struct Prepared: Sendable {
        /// The hash that the current password was checked against.
        let checkedHash: String
        let freshHash: String
        let session: SessionMaterial
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        guard let user = preparation.principal.userID,
            let account = try preparation.database.read({ try AccountSecrets.of(user, in: $0) })
        else { throw Problem.unauthenticated }
        if let fault = newPassword.fault(for: EmailAddress(stored: account.email)) { throw Problem.invalid([fault]) }
        if newPassword.value == currentPassword.value {
            throw Problem.invalid(
                field: "new_password", code: "unchanged",
                Phrase(en: "must differ from the current one", fr: "doit différer de l’actuel"))
        }
        try LoginRefusal.check(lockedUntil: account.lockedUntil, now: preparation.now, account: user)
        guard preparation.passwords.verify(currentPassword.value, encoded: account.passwordHash) else {
            throw Self.incorrect(user)
        }
        let hash = try preparation.passwords.hash(
            newPassword.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
        return Prepared(
            checkedHash: account.passwordHash, freshHash: hash, session: SessionMaterial(preparation))
    }

    public func perform(in call: Call, prepared: Prepared) throws -> SessionGrant {
        let user = try call.actor()
        guard let account = try AccountSecrets.of(user, in: call.transaction),
            account.passwordHash == prepared.checkedHash
        else { throw Self.incorrect(user) }
        let epoch = try AccountSessions.setPassword(
            of: user, hash: prepared.freshHash, at: call.now, in: call.transaction)
        let view = try AccountReading.one(user, in: call.transaction)
        let session = try prepared.session.open(user: view, epoch: epoch, in: call)
        try AccountMail(to: view, in: call).passwordChanged()
        call.note("user", user, after: ["session_id": .string(session.id.description)])
        return session.grant
    }

    private static func incorrect(_ user: User.ID) -> Problem {
        var problem = Problem.invalid(
            field: "current_password", code: "incorrect",
            Phrase(en: "is not your current password", fr: "n’est pas votre mot de passe actuel")
        ).about("user", user)
        problem.failedLogin = .account(user)
        return problem
    }
}

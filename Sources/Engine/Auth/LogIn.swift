import Domain
import JSON
import Storage

/// Opens a session with an e-mail address and a password. A wrong password and an address without an account take as
/// long and answer the same; several wrong ones in a row lock for a while.
public struct LogIn: RouteOperation {
    public static let contract = Contract(
        "auth.login", .post, "/auth/login", access: .everyone, effect: .write,
        Phrase(en: "User login", fr: "Ouvrir une session"))

    public var email: SignInAddress
    public var password: Password

    public init(email: EmailAddress, password: Password) {
        self.email = SignInAddress(email)
        self.password = password
    }

    public struct Prepared: Sendable {
        let account: AccountSecrets
        /// The password's hash with today's parameters, where the one that is kept has others.
        let freshHash: String?
        let session: SessionMaterial
    }

    public var auditedInput: JSONValue? { ["email": .string(email.address.value)] }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        let now = preparation.now
        let (account, addressLock) = try preparation.database.read { transaction in
            let account = try AccountSecrets.of(email: email.address, in: transaction)
            return (account, account == nil ? try FailedLogin.lockedUntil(email.address, in: transaction) : nil)
        }
        guard let account else {
            try LoginRefusal.check(lockedUntil: addressLock, now: now, account: nil)
            // Hashing what nobody will compare takes as long as verifying.
            _ = try preparation.passwords.hash(
                password.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
            throw LoginRefusal.wrong(.address(email.address))
        }
        try LoginRefusal.check(lockedUntil: account.lockedUntil, now: now, account: account.id)
        // Verifying against no password would be quicker than against one, and so tell that there is an account.
        guard account.passwordHash != NewAccount.noPassword else {
            _ = try preparation.passwords.hash(
                password.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
            throw LoginRefusal.wrong(.account(account.id))
        }
        guard preparation.passwords.verify(password.value, encoded: account.passwordHash), !account.isUnconfirmed else {
            throw LoginRefusal.wrong(.account(account.id))
        }
        guard account.status == .active else { throw LoginRefusal.status(account.status, of: account.id) }
        let fresh =
            preparation.passwords.isCurrent(account.passwordHash)
            ? nil
            : try preparation.passwords.hash(
                password.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
        return Prepared(account: account, freshHash: fresh, session: SessionMaterial(preparation))
    }

    public func perform(in call: Call, prepared: Prepared) throws -> SessionGrant {
        // What was true while the password was checked must still be.
        guard let account = try AccountSecrets.of(prepared.account.id, in: call.transaction),
            account.passwordHash == prepared.account.passwordHash
        else { throw LoginRefusal.wrong(.account(prepared.account.id)) }
        try LoginRefusal.check(lockedUntil: account.lockedUntil, now: call.now, account: account.id)
        guard account.status == .active else { throw LoginRefusal.status(account.status, of: account.id) }
        // No new version: signing in changes nothing that a form of the account shows for editing.
        try call.transaction.execute(
            """
            UPDATE user_account SET failed_logins = 0, locked_until = NULL, last_login_at = \(call.now),
            password_hash = \(prepared.freshHash ?? account.passwordHash), row_seq = \(call.rowSequence())
            WHERE id = \(account.id)
            """)
        try RetentionTerms.refresh(account: account.id, in: call.transaction)
        let view = try AccountReading.one(account.id, in: call.transaction)
        let session = try prepared.session.open(user: view, epoch: account.epoch, in: call)
        call.auditedPrincipal = Principal(userID: account.id, role: account.role)
        call.note("user", account.id, after: ["session_id": .string(session.id.description)])
        return session.grant
    }
}

import Domain
import JSON
import Storage

/// What the owner of a workspace's files may do without an account (`rplus init`, `rplus passwd`). It is audited, with
/// nobody as the actor.
extension Engine {
    /// Makes the first superadmin of a workspace. `locale` and `timezone` are those of the machine.
    /// Throws 422 for an address, a password, a locale or a time zone that is not accepted, and 409 where the workspace
    /// has a superadmin already or the address is taken.
    @discardableResult
    public func createFirstSuperadmin(
        email: String, password: String, firstName: String? = nil, lastName: String? = nil, locale: String = "en",
        timezone: String = "UTC"
    ) throws(Problem) -> User.ID {
        let operation = "auth.createFirstSuperadmin"
        let address = try Self.address(EmailAddress(email))
        let chosen = try Self.newPassword(password, for: address)
        guard let locale = LocaleName(locale) else { throw Self.invalid("locale", Self.localeAdvice) }
        guard let timezone = TimeZoneName(timezone) else { throw Self.invalid("timezone", Self.timezoneAdvice) }
        let first = Text<120>(cutting: firstName ?? String(address.value.prefix { $0 != "@" }))
        let last = Text<120>(cutting: lastName ?? "")
        let now = adapters.clock.now()
        do {
            try requireNoSuperadmin(in: database)
            let hash = try passwordHash(chosen)
            return try database.write { transaction in
                try requireNoSuperadmin(in: transaction)
                let bits = adapters.identifiers.next(at: now)
                let user = User.ID(high: bits.high, low: bits.low)
                try transaction.execute(
                    """
                    INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded,
                    password_hash, first_name, last_name, name_folded, role, status, locale, timezone, email_verified_at,
                    failed_logins, token_epoch) VALUES (\(user), \(now), \(now), 1, \(transaction.clock()),
                    \(address.value), \(address.folded), \(hash), \(first), \(last),
                    \(NewAccount.nameKey(first.value, last.value)), \(Role.superadmin),
                    \(User.Status.active), \(locale), \(timezone), \(now), 0, 1)
                    """)
                try UserSearchDocument.refresh(user, in: transaction)
                let after: JSONValue = ["email": .string(address.value), "role": .string(Role.superadmin.rawValue)]
                try auditOwner(operation, user, after: after, at: now, in: transaction)
                return user
            }
        } catch {
            throw translate(error, operation: operation, requestID: "")
        }
    }

    /// Sets the password of an account, lifts a lock, and ends every session of it. Throws 404 for an address without
    /// an account and 422 for a password that is not accepted.
    public func setPassword(email: String, password: String) throws(Problem) {
        let operation = "auth.setPassword"
        let address = try Self.address(SignInAddress(email)?.address)
        let chosen = try Self.newPassword(password, for: address)
        let now = adapters.clock.now()
        do {
            let known = try database.read { try AccountSecrets.of(email: address, in: $0) }
            guard let known else { throw Self.noAccount(address) }
            let hash = try passwordHash(chosen)
            try database.write { transaction in
                guard let account = try AccountSecrets.of(known.id, in: transaction) else {
                    throw Self.noAccount(address)
                }
                try AccountSessions.setPassword(of: account.id, hash: hash, at: now, in: transaction)
                try auditOwner(operation, account.id, after: nil, at: now, in: transaction)
            }
        } catch {
            throw translate(error, operation: operation, requestID: "")
        }
    }

    private func passwordHash(_ password: NewPassword) throws -> String {
        try adapters.passwords.hash(password.value, salt: adapters.entropy.bytes(PasswordHasher.saltLength))
    }

    private func requireNoSuperadmin(in database: any Database) throws {
        try database.read { try requireNoSuperadmin(in: $0) }
    }

    private func requireNoSuperadmin(in transaction: any Transaction) throws {
        guard
            try transaction.exists("SELECT 1 FROM user_account WHERE role = 'superadmin' AND deleted_at IS NULL")
        else { return }
        throw Problem.conflict(
            Phrase(
                en: "This workspace has a superadmin already. To set a password: `rplus passwd --email E`.",
                fr: "Cet espace a déjà un superadministrateur. Pour définir un mot de passe : `rplus passwd --email E`."
            ))
    }

    private func auditOwner(
        _ operation: String, _ user: User.ID, after: JSONValue?, at now: Instant, in transaction: any Transaction
    ) throws {
        try AuditTrail(transaction: transaction, entropy: adapters.entropy).append(
            operationID: operation, principal: Principal(), origin: adapters.origin, requestID: newRequestID(at: now),
            at: now, outcome: 200,
            notes: [AuditNote(targetType: "user", targetID: user.cast(), before: nil, after: after)])
    }

    private static func address(_ address: EmailAddress?) throws(Problem) -> EmailAddress {
        guard let address else {
            throw invalid(
                "email",
                Phrase(
                    en: "must be an e-mail address such as name@example.com",
                    fr: "doit être une adresse telle que nom@example.com"))
        }
        return address
    }

    private static func newPassword(_ password: String, for email: EmailAddress) throws(Problem) -> NewPassword {
        let chosen: NewPassword
        do {
            chosen = try NewPassword(password)
        } catch {
            throw Problem.invalid([
                FieldError(
                    field: "password", code: error.code, message: error.message, parameters: error.parameters)
            ])
        }
        if var fault = chosen.fault(for: email) {
            fault.field = "password"
            throw Problem.invalid([fault])
        }
        return chosen
    }

    private static func invalid(_ field: String, _ advice: Phrase) -> Problem {
        Problem.invalid(field: field, code: "format", advice)
    }

    private static func noAccount(_ address: EmailAddress) -> Problem {
        Problem.notFound(Phrase(en: "user \(address.value)", fr: "utilisateur \(address.value)"))
    }

    private static let localeAdvice = Phrase(
        en: "must be a locale such as fr-FR", fr: "doit être une langue telle que fr-FR")
    private static let timezoneAdvice = Phrase(
        en: "must be an IANA time zone such as Europe/Paris", fr: "doit être un fuseau IANA tel que Europe/Paris")
}

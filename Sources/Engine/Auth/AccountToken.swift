import Domain
import Storage

/// A token that a mail carries to prove that somebody reads it: 32 random bytes, kept as their SHA-256, for one purpose
/// and one use, and for a while only.
public struct AccountToken: Sendable {
    enum Purpose: String, Sendable, SQLCodable {
        case passwordReset = "password_reset"
        case emailVerification = "email_verification"
        /// The first password of an account that somebody else made.
        case invitation
    }

    static let length = 32

    /// The text that the mail carries.
    let text: String
    private let hash: [UInt8]

    init(random: [UInt8]) {
        text = Base64URL.encode(random)
        hash = SHA256.hash(random)
    }

    /// `nil` for what was never a token.
    init?(_ given: SecretText) {
        guard let bytes = Base64URL.decode(given.value), bytes.count == Self.length else { return nil }
        self.init(random: bytes)
    }

    /// Writes it down for `user`. Earlier ones of the purpose that were not used are worthless from now on.
    func issue(for user: User.ID, _ purpose: Purpose, until expiry: Instant, in call: Call) throws {
        let sequence = try call.rowSequence()
        try Self.withdraw(from: user, purpose, in: call)
        try call.transaction.execute(
            """
            INSERT INTO account_token (id, user_id, purpose, token_hash, created_at, expires_at, row_seq)
            VALUES (\(call.newID(AnyEntity.self)), \(user), \(purpose), \(hash), \(call.now), \(expiry), \(sequence))
            """)
    }

    /// Makes tokens of the purpose worthless that were not used.
    static func withdraw(from user: User.ID, _ purpose: Purpose, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE account_token SET used_at = \(call.now), row_seq = \(call.rowSequence())
            WHERE user_id = \(user) AND purpose = \(purpose) AND used_at IS NULL
            """)
    }

    /// Whose token it is, as long as it can be used for one of `purposes`.
    func owner(_ purposes: [Purpose], now: Instant, in transaction: any Transaction) throws -> User.ID? {
        try transaction.value(
            """
            SELECT t.user_id FROM account_token t JOIN user_account u ON u.id = t.user_id
            WHERE t.token_hash = \(hash) AND t.purpose IN \(list: purposes) AND t.used_at IS NULL
            AND t.expires_at > \(now) AND u.deleted_at IS NULL AND u.status <> 'inactive'
            """)
    }

    /// Uses it up and answers whose it was; `nil` where it cannot be used.
    func use(_ purposes: [Purpose], in call: Call) throws -> User.ID? {
        guard let user = try owner(purposes, now: call.now, in: call.transaction) else { return nil }
        try call.transaction.execute(
            """
            UPDATE account_token SET used_at = \(call.now), row_seq = \(call.rowSequence()) WHERE token_hash = \(hash)
            """)
        return user
    }

    /// The answer to one that cannot be used: it was never given out, or is used up, withdrawn or too old. Which of
    /// them is not said.
    static let refusal = Problem.invalid(
        field: "token", code: "not_valid",
        Phrase(
            en: "is not valid (any more): ask for a new mail",
            fr: "n’est pas ou plus valable : demandez un autre courrier"
        ))
}

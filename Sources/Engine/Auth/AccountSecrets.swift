import Domain
import Storage

/// What signing in looks at and no answer shows.
struct AccountSecrets: Sendable {
    var id: User.ID
    var email: String
    var role: Role
    var status: User.Status
    var passwordHash: String
    var lockedUntil: Instant?
    var epoch: Int64
    var emailVerifiedAt: Instant?

    /// An account that somebody made by registering and whose address nobody has confirmed. Until then it behaves as if
    /// it were not there, for whoever registered with somebody else's address knows its password.
    var isUnconfirmed: Bool { status == .pending && emailVerifiedAt == nil }

    private static let columns: SQL =
        "id, email, role, status, password_hash, locked_until, token_epoch, email_verified_at"

    static func of(email: EmailAddress, in transaction: any Transaction) throws -> AccountSecrets? {
        try transaction.first(
            "SELECT \(columns) FROM user_account WHERE email_folded = \(email.folded) AND deleted_at IS NULL",
            read)
    }

    static func of(_ id: User.ID, in transaction: any Transaction) throws -> AccountSecrets? {
        try transaction.first("SELECT \(columns) FROM user_account WHERE id = \(id) AND deleted_at IS NULL", read)
    }

    private static func read(_ columns: inout Columns) throws -> AccountSecrets {
        AccountSecrets(
            id: try columns.next(), email: try columns.next(), role: try columns.next(), status: try columns.next(),
            passwordHash: try columns.next(), lockedUntil: try columns.next(), epoch: try columns.next(),
            emailVerifiedAt: try columns.next())
    }
}

import Domain
import Storage

/// An account with what only administrators look at.
public struct AdminUserView: Codable, Sendable, Equatable {
    public var user: UserView
    /// Wrong passwords in a row since the last login.
    public var failedLogins: Int
    public var lockedUntil: Instant?
    public var openSessions: Int
    /// Whether somebody has chosen a password; without one only an invitation opens the account.
    public var hasPassword: Bool
    /// For one in the trash.
    public var deletedAt: Instant?
}

enum AdminUserReading {
    static func columns(now: Instant) -> SQL {
        """
        \(UserReading.columns), u.failed_logins, u.locked_until,
        (SELECT COUNT(*) FROM session s WHERE s.user_id = u.id AND s.revoked_at IS NULL AND s.expires_at > \(now)
        AND s.token_epoch = u.token_epoch), CASE WHEN u.password_hash = \(NewAccount.noPassword) THEN 0 ELSE 1 END,
        u.deleted_at
        """
    }

    static func read(_ columns: inout Columns) throws -> AdminUserView {
        AdminUserView(
            user: try UserReading.read(&columns), failedLogins: try columns.next(), lockedUntil: try columns.next(),
            openSessions: try columns.next(), hasPassword: try columns.next(), deletedAt: try columns.next())
    }
}

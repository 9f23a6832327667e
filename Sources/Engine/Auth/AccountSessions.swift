import Domain
import Storage

/// Ends sessions and sets passwords; shared by logout, a new password, and the owner of the workspace's files.
enum AccountSessions {
    /// Ends every session of the user and answers the epoch that new ones carry.
    @discardableResult
    static func endAll(of user: User.ID, at now: Instant, in transaction: any Transaction) throws -> Int64 {
        let sequence = try transaction.clock()
        try transaction.execute(
            """
            UPDATE session SET revoked_at = \(now), row_seq = \(sequence)
            WHERE user_id = \(user) AND revoked_at IS NULL
            """)
        let epoch: Int64? = try transaction.value(
            """
            UPDATE user_account SET token_epoch = token_epoch + 1, row_seq = \(sequence) WHERE id = \(user)
            RETURNING token_epoch
            """)
        guard let epoch else { throw Problem.unauthenticated }
        return epoch
    }

    /// Ends one session with all tokens that were ever given out for it.
    static func end(_ session: SessionRecord.ID, at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE session SET revoked_at = \(now), row_seq = \(transaction.clock())
            WHERE id = \(session) AND revoked_at IS NULL
            """)
    }

    /// Sets the password, lifts a lock, and ends every session.
    @discardableResult
    static func setPassword(
        of user: User.ID, hash: String, at now: Instant, in transaction: any Transaction
    ) throws -> Int64 {
        try transaction.execute(
            """
            UPDATE user_account SET password_hash = \(hash), failed_logins = 0, locked_until = NULL,
            updated_at = \(now), version = version + 1 WHERE id = \(user)
            """)
        return try endAll(of: user, at: now, in: transaction)
    }
}

import Domain
import Storage

/// Who a wrong password was given for. Addresses without an account are counted too, so that a lock tells nobody
/// whether an account exists.
enum FailedLogin: Sendable, Hashable {
    case account(User.ID)
    case address(EmailAddress)

    /// This many wrong passwords in a row are forgiven; from the next one on, each one locks.
    static let forgiven = 4
    static let longestLock = 15 * 60
    /// Failures of addresses without an account are forgotten after this.
    static let memoryDays = 1

    /// For how many seconds the given number of failures locks: 1, 2, 4, 8, then 15 minutes.
    static func lock(after failures: Int) -> Int {
        guard failures > forgiven else { return 0 }
        return min(longestLock, 60 << min(failures - forgiven - 1, 10))
    }

    /// Counts one more, and locks where it was one too many.
    func count(at now: Instant, in transaction: any Transaction) throws {
        switch self {
        case .account(let user):
            let failures: Int? = try transaction.value(
                """
                UPDATE user_account SET failed_logins = failed_logins + 1, row_seq = \(transaction.clock())
                WHERE id = \(user) RETURNING failed_logins
                """)
            guard let end = Self.lockEnd(failures, now) else { return }
            try transaction.execute("UPDATE user_account SET locked_until = \(end) WHERE id = \(user)")
        case .address(let email):
            let hash = Self.hash(email)
            try transaction.execute(
                "DELETE FROM login_failure WHERE last_at < \(now.advanced(byDays: -Self.memoryDays))")
            let failures: Int? = try transaction.value(
                """
                INSERT INTO login_failure (address_hash, failures, last_at) VALUES (\(hash), 1, \(now))
                ON CONFLICT (address_hash) DO UPDATE SET failures = login_failure.failures + 1, last_at = excluded.last_at
                RETURNING failures
                """)
            guard let end = Self.lockEnd(failures, now) else { return }
            try transaction.execute("UPDATE login_failure SET locked_until = \(end) WHERE address_hash = \(hash)")
        }
    }

    /// Until when an address without an account is locked.
    static func lockedUntil(_ email: EmailAddress, in transaction: any Transaction) throws -> Instant? {
        let end: Instant?? = try transaction.value(
            "SELECT locked_until FROM login_failure WHERE address_hash = \(hash(email))")
        return end ?? nil
    }

    private static func lockEnd(_ failures: Int?, _ now: Instant) -> Instant? {
        let seconds = lock(after: failures ?? 0)
        return seconds == 0 ? nil : now.advanced(byMilliseconds: Int64(seconds) * 1000)
    }

    private static func hash(_ email: EmailAddress) -> [UInt8] { SHA256.hash(Array(email.folded.utf8)) }
}

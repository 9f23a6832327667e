import Domain
import Storage

extension Engine {
    /// Opens a session for a user without a password and answers the access token. For the owner of the workspace's
    /// files only: the demo, tests and the first start. It is audited like a login.
    public func openSession(email: String) throws(Problem) -> String {
        let now = adapters.clock.now()
        do {
            return try database.write { transaction in
                let user = try transaction.first(
                    """
                    SELECT id, role, token_epoch FROM user_account
                    WHERE email_folded = \(email.lowercased()) AND status = 'active' AND deleted_at IS NULL
                    """
                ) { columns in
                    (
                        id: try columns.next(User.ID.self), role: try columns.next(Role.self),
                        epoch: try columns.next(Int64.self)
                    )
                }
                guard let user else { throw Problem.notFound(Phrase(en: "user \(email)", fr: "utilisateur \(email)")) }
                let bits = adapters.identifiers.next(at: now)
                let session = SessionRecord.ID(high: bits.high, low: bits.low)
                try SessionTable.insert(
                    session, user: user.id, epoch: user.epoch, refreshHash: nil, now: now, in: transaction)
                try AuditTrail(transaction: transaction, entropy: adapters.entropy).append(
                    operationID: "auth.openSession", principal: Principal(userID: user.id, role: user.role),
                    origin: adapters.origin, requestID: newRequestID(at: now), at: now, outcome: 200,
                    notes: [AuditNote(targetType: "user", targetID: user.id.cast(), before: nil, after: nil)])
                return tokens.token(user: user.id, session: session, role: user.role, now: now)
            }
        } catch {
            throw translate(error, operation: "auth.openSession", requestID: "")
        }
    }
}

/// The table of sessions.
enum SessionTable {
    /// How long a session lives without being refreshed, in days, where the workspace says nothing else.
    static let lifetimeDays = 30

    static func days(in transaction: any Transaction) throws -> Int {
        try WorkspaceSettings(in: transaction).number(.sessionDays)
    }

    static func insert(
        _ session: SessionRecord.ID, user: User.ID, epoch: Int64, refreshHash: [UInt8]?, now: Instant,
        in transaction: any Transaction
    ) throws {
        let lifetime = try days(in: transaction)
        try transaction.execute(
            """
            INSERT INTO session (id, user_id, created_at, expires_at, token_epoch, refresh_hash, row_seq)
            VALUES (\(session), \(user), \(now), \(now.advanced(byDays: lifetime)), \(epoch), \(refreshHash),
            \(try transaction.clock()))
            """)
    }
}

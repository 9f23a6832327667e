import Domain
import JSON
import Storage

/// Exchanges a refresh token for a new access token and a new refresh token. Each refresh token is for one use: one that
/// comes a second time was copied, so the whole session ends, whoever holds the newer token.
public struct RefreshSession: RouteOperation {
    public static let contract = Contract(
        "auth.refresh", .post, "/auth/refresh",
        access: .roles(anonymous: .token, candidate: .yes, employer: .yes, consultant: .yes, admin: .yes),
        effect: .write, Phrase(en: "Refresh tokens", fr: "Renouveler les jetons"))

    public var refreshToken: SecretText

    public init(refreshToken: SecretText) { self.refreshToken = refreshToken }

    public func prepare(in preparation: Preparation) throws -> SessionMaterial { SessionMaterial(preparation) }

    public func perform(in call: Call, prepared: SessionMaterial) throws -> SessionGrant {
        guard let token = RefreshToken(text: refreshToken.value),
            let session = try RefreshableSession.of(token.session, in: call.transaction)
        else { throw Problem.unauthenticated }
        guard session.refreshHash == token.hash else {
            throw try session.isRevoked || !token.wasUsed(in: call.transaction)
                ? Problem.unauthenticated : Self.reused(session)
        }
        guard !session.isRevoked, session.expiresAt > call.now, session.isCurrent else {
            throw Problem.unauthenticated
        }
        let user = try AccountReading.one(session.userID, in: call.transaction)
        let grant = try prepared.renew(session.id, of: user, replacing: token, in: call)
        call.auditedPrincipal = Principal(userID: user.id, role: user.role)
        call.note("user", user.id, after: ["session_id": .string(session.id.description)])
        return grant
    }

    /// 401, and the session is ended in the transaction that audits it.
    private static func reused(_ session: RefreshableSession) -> Problem {
        var problem = Problem(
            .unauthenticated,
            Phrase(
                en: "This refresh token was used before, so its session was ended for safety. Sign in again.",
                fr: "Ce jeton d’actualisation a déjà servi : la session est close par sécurité. Reconnectez-vous.")
        ).about("user", session.userID)
        problem.endedSession = session.id
        return problem
    }
}

/// What refreshing looks at.
private struct RefreshableSession {
    var id: SessionRecord.ID
    var userID: User.ID
    var refreshHash: [UInt8]?
    var isRevoked: Bool
    var expiresAt: Instant
    /// Whether the account still is active and has not ended its sessions since.
    var isCurrent: Bool

    static func of(_ id: SessionRecord.ID, in transaction: any Transaction) throws -> RefreshableSession? {
        try transaction.first(
            """
            SELECT s.user_id, s.refresh_hash, s.revoked_at, s.expires_at, s.token_epoch, u.token_epoch, u.status,
            u.deleted_at FROM session s JOIN user_account u ON u.id = s.user_id WHERE s.id = \(id)
            """
        ) { columns in
            let user: User.ID = try columns.next()
            let hash: [UInt8]? = try columns.next()
            let revoked: Instant? = try columns.next()
            let expiry: Instant = try columns.next()
            let epochs = (try columns.next(Int64.self), try columns.next(Int64.self))
            let status: User.Status = try columns.next()
            let deleted: Instant? = try columns.next()
            return RefreshableSession(
                id: id, userID: user, refreshHash: hash, isRevoked: revoked != nil, expiresAt: expiry,
                isCurrent: epochs.0 == epochs.1 && status == .active && deleted == nil)
        }
    }
}

extension RefreshToken {
    /// Whether it was exchanged for a newer one.
    fileprivate func wasUsed(in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM used_refresh_token WHERE token_hash = \(hash)")
    }
}

import Domain
import Storage

/// What somebody gets who signed in.
public struct SessionGrant: Codable, Sendable, Equatable {
    public var accessToken: String
    public var refreshToken: String
    public var tokenType: String
    /// Seconds for which the access token is accepted.
    public var expiresIn: Int
    public var user: AccountView
}

/// The random and secret parts of a new session, or of one that goes on, gathered before the transaction begins.
public struct SessionMaterial: Sendable {
    let tokens: TokenSigner
    let random: [UInt8]

    init(_ preparation: Preparation) {
        tokens = preparation.tokens
        random = preparation.entropy.bytes(RefreshToken.randomLength)
    }

    /// Opens a session of `user`, whose `token_epoch` is `epoch`.
    func open(user: AccountView, epoch: Int64, in call: Call) throws -> (id: SessionRecord.ID, grant: SessionGrant) {
        let session = call.newID(SessionRecord.self)
        let refresh = RefreshToken(session: session, random: random)
        try SessionTable.insert(
            session, user: user.id, epoch: epoch, refreshHash: refresh.hash, now: call.now, in: call.transaction)
        return (session, grant(session, refresh, user, call.now))
    }

    /// Gives a session its next tokens; it lives on from now. The token that was shown is remembered as used.
    func renew(
        _ session: SessionRecord.ID, of user: AccountView, replacing used: RefreshToken, in call: Call
    ) throws -> SessionGrant {
        let refresh = RefreshToken(session: session, random: random)
        let lifetime = try SessionTable.days(in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE session SET refresh_hash = \(refresh.hash), expires_at = \(call.now.advanced(byDays: lifetime)),
            row_seq = \(call.rowSequence()) WHERE id = \(session)
            """)
        // One that is older than a session may sleep is as good as unknown, and a session that goes on for years must
        // not gather them all.
        try call.transaction.execute(
            """
            DELETE FROM used_refresh_token WHERE session_id = \(session)
            AND used_at < \(call.now.advanced(byDays: -lifetime))
            """)
        try call.transaction.execute(
            """
            INSERT INTO used_refresh_token (token_hash, session_id, used_at)
            VALUES (\(used.hash), \(session), \(call.now))
            """)
        return grant(session, refresh, user, call.now)
    }

    private func grant(
        _ session: SessionRecord.ID, _ refresh: RefreshToken, _ user: AccountView, _ now: Instant
    ) -> SessionGrant {
        SessionGrant(
            accessToken: tokens.token(user: user.id, session: session, role: user.role, now: now),
            refreshToken: refresh.text, tokenType: "Bearer", expiresIn: TokenSigner.lifetime, user: user)
    }
}

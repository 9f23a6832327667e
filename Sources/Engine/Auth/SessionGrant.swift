import Domain
import Storage

/// What somebody gets who signed in.
public struct SessionGrant: Codable, Sendable, Hashable {
    public var accessToken: String
    public var refreshToken: String
    public var tokenType: String
    /// Seconds for which the access token is accepted.
    public var expiresIn: Int
    public var user: AccountView
}

/// The random and secret parts of a new session, gathered before the transaction begins.
struct SessionMaterial: Sendable {
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
        let access = tokens.token(user: user.id, session: session, role: user.role, now: call.now)
        return (
            session,
            SessionGrant(
                accessToken: access, refreshToken: refresh.text, tokenType: "Bearer",
                expiresIn: TokenSigner.lifetime, user: user)
        )
    }
}

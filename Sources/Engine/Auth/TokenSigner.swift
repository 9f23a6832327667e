import Domain
import JSON

/// Access tokens: JSON Web Tokens (RFC 7519) signed with HMAC-SHA256 by the workspace's own secret. A token names a
/// session; whether the session still holds is read from the database at every call.
public struct TokenSigner: Sendable {
    /// How long an access token is accepted, in seconds.
    public static let lifetime = 12 * 3600
    private static let header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
    private let code: HMACSHA256

    public init(secret: [UInt8]) { code = HMACSHA256(key: secret) }

    /// What a verified token says.
    public struct Claims: Sendable, Hashable {
        public var userID: User.ID
        public var sessionID: SessionRecord.ID
        public var expiresAt: Instant
    }

    public func token(user: User.ID, session: SessionRecord.ID, role: Role, now: Instant) -> String {
        let issued = now.milliseconds / 1000
        let payload: JSONValue = [
            "sub": .string(user.description), "sid": .string(session.description), "role": .string(role.rawValue),
            "iat": .integer(issued), "exp": .integer(issued + Int64(Self.lifetime)),
        ]
        let signed = Self.header + "." + Base64URL.encode(Array(payload.serialized().utf8))
        return signed + "."
            + Base64URL.encode(code.code(for: Array(signed.utf8)))
    }

    /// An authentication code over `bytes` that holds for one purpose only; no access token begins with its name.
    func seal(_ bytes: [UInt8], for purpose: String) -> [UInt8] { code.code(for: Array((purpose + "\0").utf8) + bytes) }

    /// The claims of a token that this workspace signed and that has not expired; `nil` for any other.
    public func verify(_ token: String, now: Instant) -> Claims? {
        guard token.utf8.count < 2048 else { return nil }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.header, let given = Base64URL.decode(parts[2]),
            code.isValid(given, for: Array((parts[0] + "." + parts[1]).utf8)),
            let payload = Base64URL.decode(parts[1]), let claims = try? JSONValue(parsing: payload),
            let user = claims["sub"]?.stringValue.flatMap({ User.ID($0) }),
            let session = claims["sid"]?.stringValue.flatMap({ SessionRecord.ID($0) }),
            let expiry = claims["exp"]?.integerValue
        else { return nil }
        let expiresAt = Instant(milliseconds: expiry * 1000)
        return expiresAt > now ? Claims(userID: user, sessionID: session, expiresAt: expiresAt) : nil
    }
}

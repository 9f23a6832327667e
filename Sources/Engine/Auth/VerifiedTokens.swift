import Domain
import Synchronization

/// Remembers tokens whose signature was checked, so that a session pays for HMAC once and not at every key.
/// Whether the session still holds is read from the database each time all the same.
final class VerifiedTokens: Sendable {
    private let known = Mutex<[String: TokenSigner.Claims]>([:])
    private static let capacity = 1_000

    func claims(_ token: String, now: Instant, verify: () -> TokenSigner.Claims?) -> TokenSigner.Claims? {
        if let claims = known.withLock({ $0[token] }) { return claims.expiresAt > now ? claims : nil }
        guard let claims = verify() else { return nil }
        known.withLock { table in
            if table.count >= Self.capacity { table.removeAll() }
            table[token] = claims
        }
        return claims
    }
}

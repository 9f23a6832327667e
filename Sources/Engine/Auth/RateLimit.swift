import Domain
import Storage

/// How often something may be asked for by, or about, one subject. What is counted is counted in the transaction that
/// does it, for every process of the workspace.
struct RateLimit: Sendable {
    let name: String
    /// So many within a window are carried out.
    let allowed: Int
    let windowSeconds: Int

    /// Mails that a stranger can have sent to one address.
    static let passwordReset = RateLimit(name: "auth.forgotPassword", allowed: 5, windowSeconds: 3_600)
    static let registration = RateLimit(name: "auth.register", allowed: 5, windowSeconds: 3_600)
    static let verificationMail = RateLimit(name: "auth.resendVerification", allowed: 5, windowSeconds: 3_600)

    /// Counts one, or throws 429 with the seconds until the window ends.
    func take(_ subject: String, in call: Call) throws {
        let hash = SHA256.hash(Array("\(name)\u{0}\(subject)".utf8))
        try call.transaction.execute("DELETE FROM rate_limit WHERE ends_at <= \(call.now)")
        let end = call.now.advanced(byMilliseconds: Int64(windowSeconds) * 1_000)
        let counted = try call.transaction.first(
            """
            INSERT INTO rate_limit (subject_hash, hits, started_at, ends_at) VALUES (\(hash), 1, \(call.now), \(end))
            ON CONFLICT (subject_hash) DO UPDATE SET hits = rate_limit.hits + 1 RETURNING hits, ends_at
            """
        ) { (hits: try $0.next(Int.self), end: try $0.next(Instant.self)) }
        guard let counted, counted.hits > allowed else { return }
        let seconds = Int((counted.end.milliseconds - call.now.milliseconds + 999) / 1_000)
        let minutes = (seconds + 59) / 60
        throw Problem(
            .tooManyRequests,
            Phrase(
                en: "Asked for too often for this address. Try again in \(minutes) min.",
                fr: "Demandé trop souvent pour cette adresse. Réessayez dans \(minutes) min."),
            retryAfter: seconds)
    }
}

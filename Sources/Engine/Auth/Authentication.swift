import Domain
import Storage

/// What a caller shows to say who it is.
public enum Credential: Sendable, Hashable {
    case anonymous(Language)
    case token(String)
    /// A token whose caller wants to be answered in another language than the account's.
    case tokenSpeaking(String, Language)
}

extension Engine {
    /// Finds out who calls. Throws `Problem.unauthenticated` for a token that is not valid or whose session, user or
    /// epoch no longer is.
    func authenticate(_ credential: Credential, now: Instant, in transaction: any Transaction) throws -> Principal {
        let token: String
        var language: Language?
        switch credential {
        case .anonymous(let language): return .anonymous(language)
        case .token(let given): token = given
        case .tokenSpeaking(let given, let asked):
            token = given
            language = asked
        }
        let claims = verifiedTokens.claims(token, now: now) { tokens.verify(token, now: now) }
        guard let claims else { throw Problem.unauthenticated }
        let found = try transaction.first(
            """
            SELECT u.role, u.company_id, u.locale, c.id, k.id
            FROM session s JOIN user_account u ON u.id = s.user_id
            LEFT JOIN candidate c ON c.user_id = u.id AND c.deleted_at IS NULL
            LEFT JOIN consultant k ON k.user_id = u.id AND k.deleted_at IS NULL
            WHERE s.id = \(claims.sessionID) AND s.user_id = \(claims.userID) AND s.revoked_at IS NULL
            AND s.expires_at > \(now) AND s.token_epoch = u.token_epoch AND u.status = 'active'
            AND u.deleted_at IS NULL
            """
        ) { columns in
            Principal(
                userID: claims.userID, role: try columns.next(), companyID: try columns.next(),
                candidateID: nil, consultantID: nil, sessionID: claims.sessionID,
                language: Language(locale: try columns.next(String.self))
            ).with(candidate: try columns.next(), consultant: try columns.next())
        }
        guard var principal = found else { throw Problem.unauthenticated }
        if let language { principal.language = language }
        return principal
    }
}

extension Principal {
    /// The profile that belongs to the role; a person who was a candidate and became a consultant acts as one only.
    fileprivate func with(candidate: Candidate.ID?, consultant: Consultant.ID?) -> Principal {
        var principal = self
        principal.candidateID = role == .candidate ? candidate : nil
        principal.consultantID = role == .consultant ? consultant : nil
        principal.companyID = role == .employer ? companyID : nil
        return principal
    }
}

import Domain
import JSON

/// Why an operation was refused (RFC 9457). Every refusal is one of these; nothing else reaches a caller.
public struct Problem: Error, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case unauthenticated, forbidden
        case notFound = "not_found"
        case conflict, invalid
        case tooManyRequests = "too_many_requests"
        case payloadTooLarge = "payload_too_large"
        case unavailable
        case internalError = "internal_error"

        public var status: Int {
            switch self {
            case .unauthenticated: 401
            case .forbidden: 403
            case .notFound: 404
            case .conflict: 409
            case .payloadTooLarge: 413
            case .invalid: 422
            case .tooManyRequests: 429
            case .internalError: 500
            case .unavailable: 503
            }
        }
    }

    public var kind: Kind
    public var detail: Phrase
    public var errors: [FieldError]
    /// Further members of the problem object, such as the moves that are allowed.
    public var members: JSONObject
    /// Seconds after which it makes sense to try again.
    public var retryAfter: Int?
    /// The row it is about, for the audit log.
    var target: (type: String, id: AnyEntity.ID)?
    /// Whose wrong password this is; counted in the transaction that audits the refusal.
    var failedLogin: FailedLogin?
    /// The session that a copied refresh token ends, in the transaction that audits the refusal.
    var endedSession: SessionRecord.ID?

    public init(
        _ kind: Kind, _ detail: Phrase, errors: [FieldError] = [], members: JSONObject = JSONObject(),
        retryAfter: Int? = nil
    ) {
        self.kind = kind
        self.detail = detail
        self.errors = errors
        self.members = members
        self.retryAfter = retryAfter
    }

    public var status: Int { kind.status }

    /// The same problem, said to be about a row.
    func about<Entity>(_ type: String, _ id: Identifier<Entity>) -> Problem {
        var problem = self
        problem.target = (type, id.cast())
        return problem
    }
}

extension Problem {
    /// No credential, or one that is not valid (any more).
    public static let unauthenticated = Problem(
        .unauthenticated,
        Phrase(
            en: "Sign in first: there is no valid session. Use `rplus login` or send a bearer token.",
            fr: "Connectez-vous d’abord : aucune session valide. Utilisez `rplus login` ou envoyez un jeton."))

    /// The role may never call the operation.
    public static func forbidden(role: Role?, operation: String) -> Problem {
        let name = role?.rawValue ?? "anonymous"
        return Problem(
            .forbidden,
            Phrase(
                en: "The role \(name) may not call \(operation).",
                fr: "Le rôle \(name) n’a pas accès à \(operation)."))
    }

    /// The row is there for the caller to see, but not to do this to.
    public static func notAllowed(_ detail: Phrase) -> Problem { Problem(.forbidden, detail) }

    /// The row does not exist, or not for this caller; the answer is the same.
    public static func notFound(_ thing: Phrase) -> Problem {
        Problem(.notFound, Phrase(en: "No such \(thing.english).", fr: "Introuvable : \(thing.french)."))
    }

    /// The row is in a state that does not allow it.
    public static func conflict(_ detail: Phrase, members: JSONObject = JSONObject()) -> Problem {
        Problem(.conflict, detail, members: members)
    }

    /// One field is wrong.
    public static func invalid(field: String, code: String, _ message: Phrase) -> Problem {
        Problem(
            .invalid, message,
            errors: [
                FieldError(
                    field: field, code: code, message: message.english, parameters: ["french": message.french])
            ])
    }

    /// Several fields are wrong.
    public static func invalid(_ errors: [FieldError]) -> Problem {
        // What is wrong with the input as a whole has no field.
        let fields = errors.map(\.field).filter { !$0.isEmpty }.joined(separator: ", ")
        return Problem(
            .invalid,
            fields.isEmpty
                ? Phrase(en: "The input is not valid.", fr: "La saisie n’est pas valide.")
                : Phrase(en: "The input is not valid: \(fields).", fr: "La saisie n’est pas valide : \(fields)."),
            errors: errors)
    }

    /// What the database could not do, without its words: those go to the log.
    public static let internalError = Problem(
        .internalError,
        Phrase(
            en: "Something went wrong inside RecrutementPlus; the log has the details. Nothing was changed.",
            fr: "Une erreur interne s’est produite ; le journal en garde le détail. Rien n’a été modifié."))
}

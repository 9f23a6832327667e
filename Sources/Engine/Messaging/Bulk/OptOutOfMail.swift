import Domain
import JSON
import Storage

/// Ends mail to a candidate, asked for with the token of a bulk mail (`List-Unsubscribe`, RFC 2369 and 8058). Whoever
/// holds the token may, without an account; asking twice changes nothing more.
public struct OptOutOfMail: RouteOperation {
    public static let contract = Contract(
        "messaging.optOut", .post, "/messaging/opt-out", access: .everyone, effect: .write,
        Phrase(en: "Opt out of mail", fr: "Ne plus recevoir de courriels"),
        isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        /// Always: no mail that was not asked for reaches the person any more.
        public var optedOut: Bool
    }

    /// What the mail's `List-Unsubscribe` carries.
    public var token: SecretText

    public init(token: SecretText) { self.token = token }

    public func prepare(in preparation: Preparation) throws -> Candidate.ID? {
        OptOutToken(token.value, signer: preparation.tokens)?.candidate
    }

    public func perform(in call: Call, prepared candidate: Candidate.ID?) throws -> Answer {
        guard let token = candidate, let candidate = try heir(of: token, in: call.transaction),
            let takesMail: Bool = try call.transaction.value(
                "SELECT can_email FROM candidate WHERE id = \(candidate) AND deleted_at IS NULL")
        else {
            throw Problem.invalid(
                field: "token", code: "invalid",
                Phrase(
                    en: "is not a token of one of our mails; copy all of it",
                    fr: "ne vient pas d’un de nos courriers ; copiez-le en entier"))
        }
        guard takesMail else { return Answer(optedOut: true) }
        try call.transaction.execute(
            """
            UPDATE candidate SET can_email = 0, updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(candidate)
            """)
        // What waits is not what the person wants any more.
        try WaitingBulkMail.cancel(for: [candidate, token], in: call)
        call.note("candidate", candidate, before: ["can_email": true], after: ["can_email": false])
        return Answer(optedOut: true)
    }

    /// The record that the mail's goes on in, since two may have become one after it was sent.
    private func heir(of candidate: Candidate.ID, in transaction: any Transaction) throws -> Candidate.ID? {
        try transaction.value("SELECT COALESCE(merged_into_id, id) FROM candidate WHERE id = \(candidate)")
    }
}

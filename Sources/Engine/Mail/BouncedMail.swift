import Domain
import Storage

/// What a server says of a mail that it could not deliver, as far as anybody can be believed who writes to a mailbox.
public struct BouncedMail: Sendable, Hashable {
    /// The mail, by the name that its Message-ID carries.
    public var id: OutboxMail.ID
    /// The addresses that the report names, of the envelope and where the mail went from there.
    public var recipients: [String]
    /// In a few words: the status and what the server said.
    public var reason: String

    public init(id: OutboxMail.ID, recipients: [String], reason: String) {
        self.id = id
        self.recipients = recipients
        self.reason = reason
    }
}

/// What became of a report.
public enum BounceAnswer: Sendable, Hashable {
    /// The mail is shown as one that came back.
    case noted
    /// Nothing changed: the mail has not left, came back already, or went to somebody whom the report does not name.
    case unbelieved
    /// This workspace has no such mail.
    case unknown
}

extension Engine {
    /// Notes that a mail came back, where the report is about one of this workspace and fits it.
    @discardableResult
    public func noteBounce(_ bounce: BouncedMail) throws -> BounceAnswer {
        let now = adapters.clock.now()
        let known: SQL = "SELECT recipient FROM outbox WHERE id = \(bounce.id)"
        guard let recipient: String = try database.read({ try $0.value(known) }) else { return .unknown }
        guard bounce.recipients.contains(where: { $0.lowercased() == recipient.lowercased() }) else {
            return .unbelieved
        }
        return try database.write { transaction in
            guard
                try transaction.exists(
                    "SELECT 1 FROM outbox WHERE id = \(bounce.id) AND status = 'sent' AND deleted_at IS NULL")
            else { return .unbelieved }
            try transaction.execute(
                """
                UPDATE outbox SET status = \(OutboxMail.Status.failed), failure = \(OutboxMail.Failure.bounced),
                failed_at = \(now), last_error = \(Self.cleaned(bounce.reason)), updated_at = \(now),
                version = version + 1, row_seq = \(try transaction.clock())
                WHERE id = \(bounce.id) AND status = 'sent'
                """)
            return .noted
        }
    }
}

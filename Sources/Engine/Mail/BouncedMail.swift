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

extension Engine {
    /// Notes that a mail came back. Answers false, and changes nothing, for one that is unknown, has not left, came back
    /// already, or went to somebody whom the report does not name.
    @discardableResult
    public func noteBounce(_ bounce: BouncedMail) throws -> Bool {
        let now = adapters.clock.now()
        let find: SQL =
            "SELECT recipient FROM outbox WHERE id = \(bounce.id) AND status = 'sent' AND deleted_at IS NULL"
        guard let recipient: String = try database.read({ try $0.value(find) }),
            bounce.recipients.contains(where: { $0.lowercased() == recipient.lowercased() })
        else { return false }
        return try database.write { transaction in
            guard try transaction.exists(find) else { return false }
            try transaction.execute(
                """
                UPDATE outbox SET status = \(OutboxMail.Status.failed), failure = \(OutboxMail.Failure.bounced),
                failed_at = \(now), last_error = \(Self.cleaned(bounce.reason)), updated_at = \(now),
                version = version + 1, row_seq = \(try transaction.clock())
                WHERE id = \(bounce.id) AND status = 'sent'
                """)
            return true
        }
    }
}

import Domain
import Storage

/// A mail that somebody has taken from the outbox to hand over.
public struct OutgoingMail: Sendable, Hashable {
    public var id: OutboxMail.ID
    public var kind: OutboxMail.Kind
    public var recipient: String
    public var recipientName: String?
    public var subject: String
    public var body: String
    /// The name and the address that it comes from.
    public var senderName: String
    public var senderAddress: String
    /// When it was taken.
    public var at: Instant
    /// How often it was taken, this time included.
    public var attempt: Int
}

/// How handing over one mail ended.
public enum MailOutcome: Sendable, Hashable {
    case sent
    /// Why not, in a few words for an admin.
    case failed(String)
}

/// When mails are tried again.
public enum MailSchedule {
    /// Who has taken a mail has it for so long; then it is taken for lost and another may.
    public static let claim: Int64 = 5 * 60_000
    /// After so many attempts a mail has failed, until an admin asks for it again.
    public static let attempts = 12

    /// How long a mail waits after its n-th attempt: half a minute, then twice as long each time, six hours at most.
    public static func pause(after attempt: Int) -> Int64 {
        min(30_000 << Int64(min(max(attempt - 1, 0), 20)), 6 * 3_600_000)
    }
}

extension Engine {
    /// Whether a mail may leave now, or a bulk message waits to be made into mails.
    public func hasMailToSend() throws -> Bool {
        let now = adapters.clock.now()
        let mail: SQL = "SELECT 1 FROM outbox WHERE status = 'waiting' AND not_before <= \(now) LIMIT 1"
        let bulk: SQL = "SELECT 1 FROM bulk_mailing WHERE status = 'queued' LIMIT 1"
        return try database.read { try $0.exists(mail) || $0.exists(bulk) }
    }

    /// Takes the next mails, so that nobody else hands them over meanwhile. They are called back with
    /// `settleMail`; a mail whose taker never does is there again after `MailSchedule.claim`.
    public func claimMail(limit: Int = 100) throws -> [OutgoingMail] {
        let now = adapters.clock.now()
        return try database.write { transaction in
            let sender = try MailSender(in: transaction)
            let mails = try transaction.all(
                """
                SELECT id, kind, recipient, recipient_name, subject, body, attempts FROM outbox
                WHERE status = 'waiting' AND not_before <= \(now) ORDER BY not_before, id LIMIT \(limit)
                """
            ) { columns in
                OutgoingMail(
                    id: try columns.next(), kind: try columns.next(), recipient: try columns.next(),
                    recipientName: try columns.next(), subject: try columns.next(), body: try columns.next(),
                    senderName: sender.name, senderAddress: sender.address, at: now,
                    attempt: try columns.next(Int.self) + 1)
            }
            guard !mails.isEmpty else { return mails }
            try transaction.execute(
                """
                UPDATE outbox SET attempts = attempts + 1, last_attempt_at = \(now),
                not_before = \(now.advanced(byMilliseconds: MailSchedule.claim)), updated_at = \(now),
                version = version + 1, row_seq = \(try transaction.clock()) WHERE id IN \(list: mails.map(\.id))
                """)
            return mails
        }
    }

    /// Writes down how handing the mails over ended. What opened an account is not kept once it has left.
    public func settleMail(_ outcomes: [(mail: OutgoingMail, outcome: MailOutcome)]) throws {
        let now = adapters.clock.now()
        try database.write { transaction in
            let sequence = try transaction.clock()
            let sent = outcomes.filter { $0.outcome == .sent }.map(\.mail.id)
            try transaction.execute(
                """
                UPDATE outbox SET status = \(OutboxMail.Status.sent), sent_at = \(now), last_error = NULL,
                body = CASE WHEN holds_secret = 1 THEN '' ELSE body END, updated_at = \(now), version = version + 1,
                row_seq = \(sequence) WHERE id IN \(list: sent) AND status = 'waiting'
                """)
            for case (let mail, .failed(let reason)) in outcomes {
                let isLast = mail.attempt >= MailSchedule.attempts
                try transaction.execute(
                    """
                    UPDATE outbox SET status = \(isLast ? OutboxMail.Status.failed : .waiting),
                    not_before = \(now.advanced(byMilliseconds: MailSchedule.pause(after: mail.attempt))),
                    last_error = \(String(reason.prefix(500))), updated_at = \(now), version = version + 1,
                    row_seq = \(sequence) WHERE id = \(mail.id) AND status = 'waiting'
                    """)
            }
        }
    }
}

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
    /// How often it was taken since it was written or an admin asked for it again, this time included.
    public var attempt: Int
    /// Whether somebody took it before, so that it may have left although nobody knows.
    public var isRepeated: Bool
    /// When it was written.
    public var createdAt: Instant
    public var invitation: OutboxMail.Invitation?
    /// Where the reader says that it wants no more of the kind (`List-Unsubscribe`): addresses `https:` and `mailto:`.
    public var unsubscribe: [String]
    /// Whether many get the same.
    public var isBulk: Bool { kind == .bulkMessage }
}

/// How handing over one mail ended.
public enum MailOutcome: Sendable, Hashable {
    case sent
    /// Why not, in a few words for an admin. It is tried again.
    case failed(String)
    /// It was refused for good: it is not tried again.
    case refused(String)
}

/// When mails are tried again.
public enum MailSchedule {
    /// Who has taken a mail has it for so long; then it is taken for lost and another may.
    public static let claim: Int64 = 5 * 60_000
    /// A mail is tried at least so often before it has failed, until an admin asks for it again.
    public static let attempts = 12

    /// And it is kept for at least so long (RFC 5321, section 4.5.4.1, asks for four to five days), whatever kept it:
    /// after days without a server, one that answers may put it off once more.
    public static let patience: Int64 = 5 * 86_400_000

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
                SELECT id, kind, recipient, recipient_name, subject, body, attempts, last_attempt_at, created_at,
                calendar, calendar_method, related_type, related_id FROM outbox
                WHERE status = 'waiting' AND not_before <= \(now) ORDER BY not_before, id LIMIT \(limit)
                """
            ) { columns in try self.outgoing(&columns, from: sender, at: now) }
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

    private func outgoing(
        _ columns: inout Columns, from sender: MailSender, at now: Instant
    ) throws -> OutgoingMail {
        var mail = OutgoingMail(
            id: try columns.next(), kind: try columns.next(), recipient: try columns.next(),
            recipientName: try columns.next(), subject: try columns.next(), body: try columns.next(),
            senderName: sender.name, senderAddress: sender.address, at: now, attempt: try columns.next(Int.self) + 1,
            isRepeated: try columns.next(Instant?.self) != nil, createdAt: try columns.next(), invitation: nil,
            unsubscribe: [])
        let text: String? = try columns.next()
        let method = try columns.next(String?.self).flatMap(CalendarEvent.Method.init(rawValue:))
        if let text, let method { mail.invitation = OutboxMail.Invitation(method: method, text: text) }
        let related = (type: try columns.next(String?.self), id: try columns.next(AnyEntity.ID?.self))
        if mail.isBulk, related.type == "candidate", let candidate = related.id {
            mail.unsubscribe = sender.unsubscribeAddresses(OptOutToken(candidate.cast(), signer: tokens))
        }
        return mail
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
            for (mail, outcome) in outcomes {
                let reason: String
                let failure: OutboxMail.Failure?
                let isLast =
                    mail.attempt >= MailSchedule.attempts
                    && now >= mail.createdAt.advanced(byMilliseconds: MailSchedule.patience)
                switch outcome {
                case .sent: continue
                case .failed(let words): (reason, failure) = (words, isLast ? .exhausted : nil)
                case .refused(let words): (reason, failure) = (words, .refused)
                }
                // Whoever was away for longer than the claim does not hold up who has taken the mail since: the instant
                // of taking tells them apart, as the attempts begin anew when an admin asks.
                try transaction.execute(
                    """
                    UPDATE outbox SET status = \(failure == nil ? OutboxMail.Status.waiting : .failed),
                    failure = \(failure), failed_at = \(failure == nil ? nil : now),
                    not_before = \(now.advanced(byMilliseconds: MailSchedule.pause(after: mail.attempt))),
                    last_error = \(Self.cleaned(reason)), updated_at = \(now), version = version + 1,
                    row_seq = \(sequence) WHERE id = \(mail.id) AND status = 'waiting' AND last_attempt_at = \(mail.at)
                    """)
            }
        }
    }

    /// What a server said is a stranger's text: one line, without what a terminal would obey.
    static func cleaned(_ reason: String) -> String {
        let scalars = reason.unicodeScalars.prefix(2_000).map { scalar -> Unicode.Scalar in
            scalar == "\n" || scalar == "\r" || scalar == "\t" || TextRules.isForbidden(scalar) ? " " : scalar
        }
        return String(TextRules.trim(String(String.UnicodeScalarView(scalars))).prefix(500))
    }
}

import Domain
import Storage

/// A mail that leaves after the transaction that asked for it has been committed. It is a row of `outbox`, written in
/// that very transaction, so that a refused call sends nothing and a committed one forgets nothing. Whoever commits
/// drains the outbox.
///
///     try call.sendLater(OutboxMail(kind: .message, to: address, subject: subject, body: body))
public struct OutboxMail: Sendable, Hashable {
    public typealias ID = Identifier<OutboxMail>

    /// What the mail is about.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case passwordReset = "password_reset"
        case emailVerification = "email_verification"
        /// To somebody for whom an account was made.
        case invitation
        /// News about the account itself, such as a password that was changed.
        case accountNotice = "account_notice"
        case message
        case bulkMessage = "bulk_message"
        /// News about an application: received, moved, rejected, an interview, an offer.
        case applicationNews = "application_news"
        /// To somebody whose record is about to be anonymised.
        case privacyNotice = "privacy_notice"
        /// To an interview, to its new time, or that it does not take place.
        case interviewInvitation = "interview_invitation"
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case waiting, sent, failed
        /// Taken back before it left.
        case cancelled
    }

    /// Why a mail was not delivered.
    public enum Failure: String, Sendable, Codable, CaseIterable {
        /// It was tried as often as it may be.
        case exhausted
        /// The server or the program that it was handed to refused it for good.
        case refused
        /// It had left, and a server on its way said that it could not be delivered (RFC 3464).
        case bounced
    }

    /// An appointment that goes with a mail (RFC 6047).
    public struct Invitation: Sendable, Hashable {
        public var method: CalendarEvent.Method
        /// The iCalendar text, with CR LF (RFC 5545).
        public var text: String

        public init(method: CalendarEvent.Method, text: String) {
            self.method = method
            self.text = text
        }
    }

    /// A row that the mail is about, such as `("application", id)`.
    public struct Subject: Sendable, Hashable {
        public var type: String
        public var id: AnyEntity.ID

        public init<Entity>(_ type: String, _ id: Identifier<Entity>) {
            self.type = type
            self.id = id.cast()
        }
    }

    public var kind: Kind
    public var recipient: EmailAddress
    /// The name that stands beside the address.
    public var recipientName: String?
    /// The account that it goes to, where there is one.
    public var recipientID: User.ID?
    /// One line; line ends in it become spaces.
    public var subject: String
    /// Plain text.
    public var body: String
    public var related: Subject?
    /// Mails that belong together, such as those of one bulk message.
    public var batchID: AnyEntity.ID?
    /// Not to leave before this instant; `nil` at once.
    public var notBefore: Instant?
    /// Whether the body holds something that opens an account. Such a body is kept only until the mail has left.
    public var holdsSecret: Bool
    public var invitation: Invitation?

    public init(
        kind: Kind, to recipient: EmailAddress, recipientName: String? = nil, recipientID: User.ID? = nil,
        subject: String, body: String, related: Subject? = nil, batchID: AnyEntity.ID? = nil,
        notBefore: Instant? = nil, holdsSecret: Bool = false, invitation: Invitation? = nil
    ) {
        self.kind = kind
        self.recipient = recipient
        self.recipientName = recipientName
        self.recipientID = recipientID
        self.subject = subject
        self.body = body
        self.related = related
        self.batchID = batchID
        self.notBefore = notBefore
        self.holdsSecret = holdsSecret
        self.invitation = invitation
    }
}

extension OutboxMail.Kind: SQLCodable {}
extension OutboxMail.Status: SQLCodable {}
extension OutboxMail.Failure: SQLCodable {}

extension Call {
    /// Puts a mail into the outbox: it leaves when this call has been committed, and not at all when it is refused.
    @discardableResult
    public func sendLater(_ mail: OutboxMail) throws -> OutboxMail.ID {
        let id: OutboxMail.ID = newID()
        try transaction.enqueue(
            """
            INSERT INTO outbox (id, created_at, updated_at, created_by, version, row_seq, kind, status, recipient,
            recipient_name, recipient_id, subject, body, holds_secret, related_type, related_id, batch_id, not_before,
            attempts, calendar, calendar_method)
            VALUES (\(id), \(now), \(now), \(principal.userID), 1, \(rowSequence()), \(mail.kind),
            \(OutboxMail.Status.waiting), \(mail.recipient), \(mail.recipientName.map(Self.oneLine)),
            \(mail.recipientID), \(Self.oneLine(mail.subject)), \(mail.body), \(mail.holdsSecret),
            \(mail.related?.type), \(mail.related?.id), \(mail.batchID), \(mail.notBefore ?? now), 0,
            \(mail.invitation?.text), \(mail.invitation?.method.rawValue))
            """)
        return id
    }

    /// A header is one line, whoever wrote it.
    private static func oneLine(_ text: String) -> String {
        TextRules.trim(
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.compactMap { scalar in
                        if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
                        return TextRules.isForbidden(scalar) ? nil : scalar
                    })))
    }
}

import Domain
import Storage

/// A mail of the outbox as an admin sees it.
public struct OutboxView: Codable, Sendable, Equatable {
    public var id: OutboxMail.ID
    public var kind: OutboxMail.Kind
    public var status: OutboxMail.Status
    public var recipient: String
    public var recipientName: String?
    public var recipientID: User.ID?
    public var subject: String
    /// Absent for a mail that holds a secret.
    public var body: String?
    public var relatedType: String?
    public var relatedID: AnyEntity.ID?
    public var batchID: AnyEntity.ID?
    /// When it may leave, or is tried again.
    public var notBefore: Instant
    public var attempts: Int
    public var lastAttemptAt: Instant?
    /// Why it could not be handed over the last time.
    public var lastError: String?
    public var sentAt: Instant?
    /// Why it was not delivered, once that is certain.
    public var failure: OutboxMail.Failure?
    public var failedAt: Instant?
    /// `REQUEST` or `CANCEL` where an appointment goes with it.
    public var calendarMethod: String?
    public var createdAt: Instant
    public var version: Int

    static let columns: SQL = """
        o.id, o.kind, o.status, o.recipient, o.recipient_name, o.recipient_id, o.subject,
        CASE WHEN o.holds_secret = 1 THEN NULL ELSE o.body END, o.related_type, o.related_id, o.batch_id,
        o.not_before, o.attempts, o.last_attempt_at, o.last_error, o.sent_at, o.failure, o.failed_at,
        o.calendar_method, o.created_at, o.version
        """

    static func read(_ columns: inout Columns) throws -> OutboxView {
        OutboxView(
            id: try columns.next(), kind: try columns.next(), status: try columns.next(),
            recipient: try columns.next(), recipientName: try columns.next(), recipientID: try columns.next(),
            subject: try columns.next(), body: try columns.next(), relatedType: try columns.next(),
            relatedID: try columns.next(), batchID: try columns.next(), notBefore: try columns.next(),
            attempts: try columns.next(), lastAttemptAt: try columns.next(), lastError: try columns.next(),
            sentAt: try columns.next(), failure: try columns.next(), failedAt: try columns.next(),
            calendarMethod: try columns.next(), createdAt: try columns.next(), version: try columns.next())
    }
}

import Domain
import Storage

/// A bulk message as a whole.
public struct BulkMailingView: Codable, Sendable, Equatable {
    public var id: BulkMailing.ID
    public var status: BulkMailing.Status
    public var subject: String
    public var body: String
    public var templateID: Template.ID?
    public var senderID: User.ID?
    public var senderName: String
    public var recipients: Int
    public var queued: Int
    public var skipped: Int
    public var failed: Int
    public var createdAt: Instant

    /// Over `bulk_mailing b` and its sender `u`.
    static let columns: SQL = """
        b.id, b.status, b.subject, b.body, b.template_id, b.created_by, u.first_name, u.last_name, b.recipients,
        b.queued, b.skipped, b.failed, b.created_at
        """
    static let source: SQL = "bulk_mailing b LEFT JOIN user_account u ON u.id = b.created_by"

    static func read(_ columns: inout Columns) throws -> BulkMailingView {
        BulkMailingView(
            id: try columns.next(), status: try columns.next(), subject: try columns.next(),
            body: try columns.next(), templateID: try columns.next(), senderID: try columns.next(),
            senderName: ApplicationReading.fullName(
                try columns.next(String?.self) ?? "", try columns.next(String?.self) ?? ""),
            recipients: try columns.next(), queued: try columns.next(), skipped: try columns.next(),
            failed: try columns.next(), createdAt: try columns.next())
    }

    /// Bulk messages are the agency's: every consultant and admin sees all of them, nobody else any.
    static func predicate(for principal: Principal) -> SQL {
        principal.isStaff ? "b.deleted_at IS NULL" : "1 = 0"
    }
}

/// What became of one recipient, and of its mail.
public struct BulkRecipientView: Codable, Sendable, Equatable {
    public var candidateID: Candidate.ID
    public var outcome: BulkMailing.Outcome
    public var code: String?
    /// Once the mail is in the outbox.
    public var mailStatus: OutboxMail.Status?
    public var sentAt: Instant?
    /// Why the mail could not be handed over so far.
    public var lastError: String?
}

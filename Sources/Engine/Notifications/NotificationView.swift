import Domain
import Storage

/// A notification as administrators see it.
public struct NotificationView: Codable, Sendable, Equatable {
    public var id: NotificationRecord.ID
    /// The one person it is for, or …
    public var recipientID: User.ID?
    /// … whom it is for.
    public var audience: NotificationRecord.Audience?
    public var level: NotificationRecord.Level
    public var title: String
    public var body: String
    public var link: String?
    public var expiresAt: Instant?
    /// How many people have marked it as read.
    public var readCount: Int
    public var createdAt: Instant
    public var updatedAt: Instant
    public var createdBy: User.ID?
    public var version: Int
}

/// Reads notifications for administrators.
enum NotificationReading {
    static let columns: SQL = """
        n.id, n.recipient_id, n.audience, n.level, n.title, n.body, n.link, n.expires_at,
        (SELECT COUNT(*) FROM notification_read r WHERE r.notification_id = n.id), n.created_at, n.updated_at,
        n.created_by, n.version
        """

    static func read(_ columns: inout Columns) throws -> NotificationView {
        NotificationView(
            id: try columns.next(), recipientID: try columns.next(), audience: try columns.next(),
            level: try columns.next(), title: try columns.next(), body: try columns.next(), link: try columns.next(),
            expiresAt: try columns.next(), readCount: try columns.next(), createdAt: try columns.next(),
            updatedAt: try columns.next(), createdBy: try columns.next(), version: try columns.next())
    }

    /// Throws 404 for one that is not there.
    static func one(_ id: NotificationRecord.ID, in call: Call) throws -> NotificationView {
        let found = try call.transaction.first(
            "SELECT \(columns) FROM notification n WHERE n.id = \(id) AND n.deleted_at IS NULL", read)
        guard let found else { throw notFound(id) }
        return found
    }

    static func notFound(_ id: NotificationRecord.ID) -> Problem {
        Problem.notFound(Phrase(en: "notification \(id)", fr: "notification \(id)")).about("notification", id)
    }
}

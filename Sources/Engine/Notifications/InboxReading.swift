import Domain
import Storage

/// A notification as the person sees it to whom it was said.
public struct InboxNotification: Codable, Sendable, Equatable {
    public var id: NotificationRecord.ID
    public var level: NotificationRecord.Level
    public var title: String
    public var body: String
    public var link: String?
    public var createdAt: Instant
    public var expiresAt: Instant?
    /// When the caller marked it as read; absent while it is new.
    public var readAt: Instant?
}

/// Reads the caller's own notifications.
enum InboxReading {
    static let columns: SQL = "n.id, n.level, n.title, n.body, n.link, n.created_at, n.expires_at, r.read_at"

    /// Notifications with the caller's mark.
    static func source(_ user: User.ID) -> SQL {
        "notification n LEFT JOIN notification_read r ON r.notification_id = n.id AND r.user_id = \(user)"
    }

    /// What the caller is shown: what lies in its inboxes, has not expired, and was said since it has an account.
    static func conditions(_ call: Call) throws -> [SQL] {
        let user = try call.actor()
        return [
            "n.deleted_at IS NULL", "n.inbox IN \(list: try Inbox.names(for: call.principal))",
            "(n.expires_at IS NULL OR n.expires_at > \(call.now))",
            "n.created_at >= (SELECT u.created_at FROM user_account u WHERE u.id = \(user))",
        ]
    }

    static func read(_ columns: inout Columns) throws -> InboxNotification {
        InboxNotification(
            id: try columns.next(), level: try columns.next(), title: try columns.next(), body: try columns.next(),
            link: try columns.next(), createdAt: try columns.next(), expiresAt: try columns.next(),
            readAt: try columns.next())
    }

    /// Throws 404 for one that the caller is not shown.
    static func one(_ id: NotificationRecord.ID, in call: Call) throws -> InboxNotification {
        let conditions = try conditions(call) + ["n.id = \(id)"]
        let found = try call.transaction.first(
            "SELECT \(columns) FROM \(source(call.actor())) WHERE \(conditions.allOf())", read)
        guard let found else { throw NotificationReading.notFound(id) }
        return found
    }
}

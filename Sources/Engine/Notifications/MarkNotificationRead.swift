import Domain
import JSON
import Storage

/// Marks one of the caller's own notifications as read, for the caller alone. Marking it again changes nothing.
public struct MarkNotificationRead: RouteOperation {
    public static let contract = Contract(
        "notifications.markRead", .post, "/notifications/{notification_id}/read",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .own, superadmin: .own),
        effect: .write, Phrase(en: "Mark a notification as read", fr: "Marquer une notification comme lue"),
        isContract: false)

    public var notificationID: NotificationRecord.ID

    public init(notificationID: NotificationRecord.ID) { self.notificationID = notificationID }

    public func perform(in call: Call) throws -> InboxNotification {
        let before = try InboxReading.one(notificationID, in: call)
        guard before.readAt == nil else { return before }
        try call.transaction.execute(
            """
            INSERT INTO notification_read (notification_id, user_id, read_at, row_seq)
            VALUES (\(notificationID), \(call.actor()), \(call.now), \(call.rowSequence()))
            """)
        call.note("notification", notificationID, after: ["read_at": .string(call.now.description)])
        return try InboxReading.one(notificationID, in: call)
    }
}

import Domain
import JSON
import Storage

/// Takes a notification out of every inbox.
public struct DeleteNotification: RouteOperation {
    public static let contract = Contract(
        "admin.notifications.delete", .delete, "/admin/notifications/{notification_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Delete notification", fr: "Supprimer une notification"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: NotificationRecord.ID
        public var deletedAt: Instant
    }

    public var notificationID: NotificationRecord.ID

    public init(notificationID: NotificationRecord.ID) { self.notificationID = notificationID }

    public func perform(in call: Call) throws -> Answer {
        _ = try NotificationReading.one(notificationID, in: call)
        try call.transaction.execute(
            """
            UPDATE notification SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(notificationID)
            """)
        try Tombstone.write("notification", notificationID, in: call)
        call.note(
            "notification", notificationID, before: ["deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: notificationID, deletedAt: call.now)
    }
}

import Domain
import JSON
import Storage

/// Changes what a notification says. Whom it is for stays: it lies in their inboxes already.
public struct UpdateNotification: RouteOperation {
    public static let contract = Contract(
        "admin.notifications.update", .put, "/admin/notifications/{notification_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Update notification", fr: "Modifier une notification"))

    public var notificationID: NotificationRecord.ID
    public var level: NotificationRecord.Level?
    public var title: Text<200>?
    public var body: Text<4_000>?
    public var link: Patch<WebAddress>
    public var expiresAt: Patch<Instant>
    public var expectedVersion: Int?

    public init(
        notificationID: NotificationRecord.ID, level: NotificationRecord.Level? = nil, title: Text<200>? = nil,
        body: Text<4_000>? = nil, link: Patch<WebAddress> = .keep, expiresAt: Patch<Instant> = .keep,
        expectedVersion: Int? = nil
    ) {
        self.notificationID = notificationID
        self.level = level
        self.title = title
        self.body = body
        self.link = link
        self.expiresAt = expiresAt
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> NotificationView {
        if case .set(let expiry) = expiresAt { try CreateNotification.checkExpiry(expiry, now: call.now) }
        let before = try NotificationReading.one(notificationID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "notification", notificationID)
        var wanted = before
        if let level { wanted.level = level }
        if let title { wanted.title = title.value }
        if let body { wanted.body = body.value }
        if case .set(let link) = link { wanted.link = link.value }
        if case .clear = link { wanted.link = nil }
        wanted.expiresAt = expiresAt.applied(to: before.expiresAt)
        guard let changes = try ChangedFields.between(before, wanted) else { return before }
        try call.transaction.execute(
            """
            UPDATE notification SET level = \(wanted.level), title = \(wanted.title), body = \(wanted.body),
            link = \(wanted.link), expires_at = \(wanted.expiresAt), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(notificationID)
            """)
        call.note("notification", notificationID, before: changes.before, after: changes.after)
        return try NotificationReading.one(notificationID, in: call)
    }
}

import Domain
import JSON
import Storage

/// Every notification that was made, newest first, for administrators.
public struct ListNotifications: RouteOperation {
    public static let contract = Contract(
        "admin.notifications.list", .get, "/admin/notifications", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Admin notifications", fr: "Notifications des administrateurs"))

    public var recipientID: User.ID?
    public var audience: NotificationRecord.Audience?
    public var level: NotificationRecord.Level?
    /// Those that are shown now (`true`) or no longer (`false`).
    public var isCurrent: Bool?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        recipientID: User.ID? = nil, audience: NotificationRecord.Audience? = nil,
        level: NotificationRecord.Level? = nil, isCurrent: Bool? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.recipientID = recipientID
        self.audience = audience
        self.level = level
        self.isCurrent = isCurrent
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<NotificationView> {
        var conditions: [SQL] = ["n.deleted_at IS NULL"]
        if let recipientID { conditions.append("n.inbox = \(Inbox.name(of: recipientID))") }
        if let audience { conditions.append("n.inbox = \(Inbox.name(of: audience))") }
        if let level { conditions.append("n.level = \(level)") }
        switch isCurrent {
        case true: conditions.append("(n.expires_at IS NULL OR n.expires_at > \(call.now))")
        case false: conditions.append("n.expires_at <= \(call.now)")
        case nil: break
        }
        return try Listing(
            columns: NotificationReading.columns, source: "notification n", conditions: conditions,
            orderColumn: "n.created_at", idColumn: "n.id", descending: sortOrder != .ascending, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: NotificationReading.read)
    }
}

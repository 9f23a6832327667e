import Domain
import JSON
import Storage

/// The caller's own inbox, newest first: what was said to it, to its role, to everybody.
public struct ListOwnNotifications: RouteOperation {
    public static let contract = Contract(
        "notifications.list", .get, "/notifications", access: .signedIn, effect: .read,
        Phrase(en: "Own notifications", fr: "Ses propres notifications"),
        isContract: false)

    /// Only those that the caller has not marked as read; `total` is then how many are new.
    public var unreadOnly: Bool?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        unreadOnly: Bool? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.unreadOnly = unreadOnly
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<InboxNotification> {
        var conditions = try InboxReading.conditions(call)
        if unreadOnly == true { conditions.append("r.read_at IS NULL") }
        return try Listing(
            columns: InboxReading.columns, source: InboxReading.source(call.actor()), conditions: conditions,
            orderColumn: "n.created_at", idColumn: "n.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: InboxReading.read)
    }
}

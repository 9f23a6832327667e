import Domain
import Storage

/// The mails of the workspace, newest first: what waits, what has left and what could not.
public struct ListMail: RouteOperation {
    public static let contract = Contract(
        "admin.mail.list", .get, "/admin/mail", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "List mail", fr: "Lister les courriels envoyés"),
        isContract: false)

    public var status: OutboxMail.Status?
    public var kind: OutboxMail.Kind?
    public var relatedID: AnyEntity.ID?
    /// The mails of one bulk message.
    public var batchID: AnyEntity.ID?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        status: OutboxMail.Status? = nil, kind: OutboxMail.Kind? = nil, relatedID: AnyEntity.ID? = nil,
        batchID: AnyEntity.ID? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.status = status
        self.kind = kind
        self.relatedID = relatedID
        self.batchID = batchID
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<OutboxView> {
        var conditions: [SQL] = ["o.deleted_at IS NULL"]
        if let status { conditions.append("o.status = \(status)") }
        if let kind { conditions.append("o.kind = \(kind)") }
        if let relatedID { conditions.append("o.related_id = \(relatedID)") }
        if let batchID { conditions.append("o.batch_id = \(batchID)") }
        return try Listing(
            columns: OutboxView.columns, source: "outbox o", conditions: conditions, orderColumn: "o.created_at",
            idColumn: "o.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: OutboxView.read)
    }
}

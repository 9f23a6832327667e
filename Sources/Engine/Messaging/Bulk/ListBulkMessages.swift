import Domain
import Storage

/// The bulk messages that were sent, newest first.
public struct ListBulkMessages: RouteOperation {
    public static let contract = Contract(
        "messaging.bulkMessages.list", .get, "/messaging/bulk-messages",
        access: .roles(consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List bulk messages", fr: "Lister les envois groupés"), isContract: false)

    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil) {
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<BulkMailingView> {
        try Listing(
            columns: BulkMailingView.columns, source: BulkMailingView.source,
            conditions: [BulkMailingView.predicate(for: call.principal)], orderColumn: "b.created_at",
            idColumn: "b.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: BulkMailingView.read)
    }
}

import Domain
import JSON
import Storage

/// Reports that were asked for, newest first.
public struct ListReports: RouteOperation {
    public static let contract = Contract(
        "analytics.reports", .get, "/analytics/reports", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "List reports", fr: "Lister les rapports"),
        isContract: false)

    public var status: Report.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        status: Report.Status? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ReportView> {
        var conditions: [SQL] = ["r.deleted_at IS NULL"]
        if let status { conditions.append("r.status = \(status)") }
        return try Listing(
            columns: ReportReading.columns, source: "report r", conditions: conditions, orderColumn: "r.created_at",
            idColumn: "r.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor, read: ReportReading.read)
    }
}

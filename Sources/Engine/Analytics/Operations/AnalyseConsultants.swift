import Domain
import JSON
import Storage

/// Consultants, each with what its jobs and applications came to in a period.
public struct AnalyseConsultants: RouteOperation {
    public static let contract = Contract(
        "analytics.consultants", .get, "/analytics/consultants",
        access: .roles(admin: .yes), effect: .read, Phrase(en: "Consultant analytics", fr: "Analyse des consultants"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.from = from
        self.to = to
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> AnalyticsPage<ConsultantRow> {
        let analysis = try Analysis(call, from: from, to: to)
        let listing = Listing(
            columns: "k.id, u.first_name, u.last_name",
            source: "consultant k JOIN user_account u ON u.id = k.user_id", conditions: ["k.deleted_at IS NULL"],
            orderColumn: "k.created_at", idColumn: "k.id", descending: true, orderName: "created_at")
        let page = try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            ConsultantRow(
                consultantID: try columns.next(),
                name: ApplicationReading.fullName(try columns.next(), try columns.next()), asOf: call.now)
        }
        var rows = page.data
        try analysis.add(to: &rows)
        return AnalyticsPage(page, analysis, rows)
    }
}

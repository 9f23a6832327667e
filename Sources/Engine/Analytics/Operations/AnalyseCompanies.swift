import Domain
import JSON
import Storage

/// Companies in the order of their names, each with its jobs and applications of a period.
public struct AnalyseCompanies: RouteOperation {
    public static let contract = Contract(
        "analytics.companies", .get, "/analytics/companies",
        access: .roles(admin: .yes), effect: .read, Phrase(en: "Company analytics", fr: "Analyse des entreprises"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var status: Company.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, status: Company.Status? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.from = from
        self.to = to
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> AnalyticsPage<CompanyRow> {
        let analysis = try Analysis(call, from: from, to: to)
        var conditions: [SQL] = [CompanyVisibility.condition(call.principal)]
        if let status { conditions.append("c.status = \(status)") }
        let listing = Listing(
            columns: "c.id, c.name, c.status", source: "company c", conditions: conditions,
            orderColumn: "c.name_folded", idColumn: "c.id", descending: false, orderName: "name")
        let page = try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            CompanyRow(
                companyID: try columns.next(), name: try columns.next(), status: try columns.next(), asOf: call.now)
        }
        var rows = page.data
        try analysis.add(to: &rows)
        return AnalyticsPage(page, analysis, rows)
    }
}

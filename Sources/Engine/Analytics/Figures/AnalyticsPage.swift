import Domain
import JSON

/// A page of rows with figures.
public struct AnalyticsPage<Item: Codable & Sendable>: Codable, Sendable {
    public var period: AnalyticsPeriod
    public var asOf: Instant
    public var data: [Item]
    public var page: Int
    public var pageSize: Int
    public var total: Int
    public var pages: Int
    public var totalExact: Bool?
    public var nextCursor: String?

    init<Row: Codable & Sendable>(_ rows: Page<Row>, _ analysis: Analysis, _ items: [Item]) {
        period = analysis.period
        asOf = analysis.asOf
        data = items
        page = rows.page
        pageSize = rows.pageSize
        total = rows.total
        pages = rows.pages
        totalExact = rows.totalExact
        nextCursor = rows.nextCursor
    }
}

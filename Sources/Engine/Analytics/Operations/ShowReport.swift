import Domain
import JSON
import Storage

/// A report: how far it is, and its rows so far.
public struct ShowReport: RouteOperation {
    public static let contract = Contract(
        "analytics.report", .get, "/analytics/reports/{report_id}", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Get generated report", fr: "Lire un rapport établi"))

    public var reportID: Report.ID
    public var page: PageNumber
    public var pageSize: PageSize

    public init(reportID: Report.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput) {
        self.reportID = reportID
        self.page = page
        self.pageSize = pageSize
    }

    /// What comes back.
    public struct ReportPage: Codable, Sendable {
        public var id: Report.ID
        public var kind: Report.Kind
        public var params: ReportParameters
        public var status: Report.Status
        public var progress: ReportView.Progress
        public var rows: Int
        public var asOf: Instant?
        public var failure: String?
        public var columns: [String]
        public var createdAt: Instant
        public var createdBy: User.ID?
        /// One object a row, by the names of the columns.
        public var data: [JSONObject]
        public var page: Int
        public var pageSize: Int
        public var total: Int
        public var pages: Int
    }

    public func perform(in call: Call) throws -> ReportPage {
        let report = try ReportReading.find(reportID, in: call.transaction)
        let data = try ReportReading.rows(
            of: reportID, from: (page.value - 1) * pageSize.value, limit: pageSize.value, in: call.transaction)
        return ReportPage(
            id: report.id, kind: report.kind, params: report.params, status: report.status,
            progress: report.progress, rows: report.rows, asOf: report.asOf, failure: report.failure,
            columns: report.columns, createdAt: report.createdAt, createdBy: report.createdBy, data: data,
            page: page.value, pageSize: pageSize.value, total: report.rows,
            pages: (report.rows + pageSize.value - 1) / pageSize.value)
    }
}

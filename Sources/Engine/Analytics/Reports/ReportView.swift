import Domain
import JSON
import Storage

/// A report and how far it is.
public struct ReportView: Codable, Sendable, Equatable {
    public var id: Report.ID
    public var kind: Report.Kind
    public var params: ReportParameters
    public var status: Report.Status
    public var progress: Progress
    /// How many rows are written so far.
    public var rows: Int
    /// When its last row was written: every figure is of the time between `created_at` and this.
    public var asOf: Instant?
    /// Why it failed.
    public var failure: String?
    /// The names of the columns, in order.
    public var columns: [String]
    public var createdAt: Instant
    public var createdBy: User.ID?

    public struct Progress: Codable, Sendable, Equatable {
        public var done: Int
        /// 0 until it has begun.
        public var total: Int
    }
}

/// Reads and writes reports.
enum ReportReading {
    static let columns: SQL = """
        r.id, r.kind, r.params, r.status, r.position, r.total, r.row_count, r.as_of, r.failure, r.columns, r.created_at,
        r.created_by
        """

    static func read(_ columns: inout Columns) throws -> ReportView {
        let id: Report.ID = try columns.next()
        let kind: Report.Kind = try columns.next()
        let text: String = try columns.next()
        guard let params: ReportParameters = try StoredJSON.value(text) else {
            throw StorageError.corrupt(detail: "report \(id) has no parameters")
        }
        return ReportView(
            id: id, kind: kind, params: params, status: try columns.next(),
            progress: ReportView.Progress(done: try columns.next(), total: try columns.next()),
            rows: try columns.next(), asOf: try columns.next(), failure: try columns.next(),
            columns: try StoredJSON.list(try columns.next()), createdAt: try columns.next(),
            createdBy: try columns.next())
    }

    static func find(_ id: Report.ID, in transaction: any Transaction) throws -> ReportView {
        let found = try transaction.first(
            "SELECT \(columns) FROM report r WHERE r.id = \(id) AND r.deleted_at IS NULL", read)
        guard let found else { throw Problem.notFound(Phrase(en: "report", fr: "rapport")).about("report", id) }
        return found
    }

    /// Rows of a report from `first` on (from 0).
    static func rows(
        of id: Report.ID, from first: Int, limit: Int, in transaction: any Transaction
    ) throws -> [JSONObject] {
        let texts: [String] = try transaction.column(
            """
            SELECT cells FROM report_row WHERE report_id = \(id) AND row_no >= \(first) AND row_no < \(first + limit)
            ORDER BY row_no
            """)
        return try texts.map { text in
            guard case .object(let cells) = try JSONValue(parsing: text) else {
                throw StorageError.corrupt(detail: "report \(id) has a row that is none")
            }
            return cells
        }
    }
}

import Domain
import JSON
import Storage

/// Some rows of a report, in order.
struct ReportSlice {
    var rows: [JSONObject]
    /// How many things the whole report is about; what comes next begins at the position that was reached.
    var total: Int
    /// How many of them these rows dealt with.
    var advanced: Int

    /// So many are dealt with at once that a slice takes some hundredths of a second.
    static let size = 100

    /// The rows from `position` on.
    static func read(
        _ kind: Report.Kind, _ analysis: Analysis, _ parameters: ReportParameters, from position: Int
    ) throws -> ReportSlice {
        switch kind {
        case .stages:
            let figures = ApplicationFigures(
                try analysis.cohort(), open: try analysis.openVisits(), asOf: analysis.asOf)
            return try whole(figures.stages)
        case .sources: return try whole(try analysis.sourceFigures())
        case .trends: return try whole(try analysis.trend(by: parameters.interval ?? .month))
        case .consultants: return try whole(try consultants(analysis))
        case .jobs: return try jobs(analysis, from: position)
        case .companies: return try companies(analysis, from: position)
        case .placements: return try placements(analysis, from: position)
        }
    }

    private static func whole(_ figures: [some Encodable]) throws -> ReportSlice {
        ReportSlice(rows: try figures.map { try FlatRow.flatten($0) }, total: 1, advanced: 1)
    }

    private static func consultants(_ analysis: Analysis) throws -> [ConsultantRow] {
        let wanted: SQL = analysis.consultant.map { "k.id = \($0)" } ?? "1 = 1"
        var rows = try analysis.transaction.all(
            """
            SELECT k.id, u.first_name, u.last_name FROM consultant k JOIN user_account u ON u.id = k.user_id
            WHERE k.deleted_at IS NULL AND \(wanted) ORDER BY k.created_at, k.id
            """
        ) { columns in
            ConsultantRow(
                consultantID: try columns.next(),
                name: ApplicationReading.fullName(try columns.next(), try columns.next()), asOf: analysis.asOf)
        }
        try analysis.add(to: &rows)
        return rows
    }

    private static func jobs(_ analysis: Analysis, from position: Int) throws -> ReportSlice {
        let conditions = analysis.jobConditions.allOf()
        let total: Int =
            try analysis.transaction.value("SELECT COUNT(*) FROM job j WHERE \(conditions)") ?? 0
        var rows = try analysis.transaction.all(
            """
            SELECT \(JobRow.columns) FROM job j JOIN company c ON c.id = j.company_id WHERE \(conditions)
            ORDER BY j.opened_at, j.id LIMIT \(size) OFFSET \(position)
            """
        ) { columns in try JobRow.read(&columns, asOf: analysis.asOf) }
        try analysis.add(to: &rows)
        return ReportSlice(rows: try rows.map { try FlatRow.flatten($0) }, total: total, advanced: rows.count)
    }

    private static func companies(_ analysis: Analysis, from position: Int) throws -> ReportSlice {
        let wanted: SQL = analysis.company.map { "c.id = \($0)" } ?? "1 = 1"
        let conditions: SQL = "\(CompanyVisibility.condition(analysis.principal)) AND \(wanted)"
        let total: Int =
            try analysis.transaction.value("SELECT COUNT(*) FROM company c WHERE \(conditions)") ?? 0
        var rows = try analysis.transaction.all(
            """
            SELECT c.id, c.name, c.status FROM company c WHERE \(conditions)
            ORDER BY c.created_at, c.id LIMIT \(size) OFFSET \(position)
            """
        ) { columns in
            CompanyRow(
                companyID: try columns.next(), name: try columns.next(), status: try columns.next(),
                asOf: analysis.asOf)
        }
        try analysis.add(to: &rows)
        return ReportSlice(rows: try rows.map { try FlatRow.flatten($0) }, total: total, advanced: rows.count)
    }

    private static func placements(_ analysis: Analysis, from position: Int) throws -> ReportSlice {
        let conditions =
            (["p.accepted_at >= \(analysis.period.start)", "p.accepted_at < \(analysis.period.end)"]
            + analysis.filters(on: "p")).allOf()
        let total: Int =
            try analysis.transaction.value("SELECT COUNT(*) FROM placement p WHERE \(conditions)") ?? 0
        let size = Self.size * 5
        let rows = try analysis.transaction.all(
            """
            SELECT p.application_id, p.job_id, j.title, p.company_id, c.name, p.consultant_id, s.name, p.started_at,
            p.opened_at, p.accepted_at, p.hire_ms, p.fill_ms FROM placement p JOIN job j ON j.id = p.job_id
            JOIN company c ON c.id = p.company_id LEFT JOIN source s ON s.id = p.source_id WHERE \(conditions)
            ORDER BY p.accepted_at, p.application_id LIMIT \(size) OFFSET \(position)
            """
        ) { columns in try PlacementRow(&columns) }
        return ReportSlice(rows: try rows.map { try FlatRow.flatten($0) }, total: total, advanced: rows.count)
    }
}

/// A hire as a row of a report.
private struct PlacementRow: Encodable {
    let applicationID: Application.ID
    let jobID: Job.ID
    let jobTitle: String
    let companyID: Company.ID
    let companyName: String
    let consultantID: Consultant.ID?
    let source: String?
    let startedAt: Instant
    let jobOpenedAt: Instant?
    let acceptedAt: Instant
    let daysToHire: Double
    let daysToFill: Double?

    init(_ columns: inout Columns) throws {
        applicationID = try columns.next()
        jobID = try columns.next()
        jobTitle = try columns.next()
        companyID = try columns.next()
        companyName = try columns.next()
        consultantID = try columns.next()
        source = try columns.next()
        startedAt = try columns.next()
        jobOpenedAt = try columns.next()
        acceptedAt = try columns.next()
        daysToHire = DurationFigure.days(Double(try columns.next(Int64.self)))
        daysToFill = try columns.next(Int64?.self).map { DurationFigure.days(Double($0)) }
    }
}

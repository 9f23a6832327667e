import Domain
import JSON
import Storage

/// Writes a report that is ready, or one of the short kinds at once, into a file of the workspace and hands it out.
public struct ExportAnalytics: RouteOperation {
    public static let contract = Contract(
        "analytics.export", .post, "/analytics/export", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Export analytics data", fr: "Exporter les analyses"))

    /// The report to write; without it `kind` and what follows say what is written.
    public var reportID: Report.ID?
    /// `stages` unless said otherwise. The kinds with a row for each job, company or placement need a report first.
    public var kind: Report.Kind?
    /// CSV unless said otherwise.
    public var format: ReportFile.Format?
    public var from: CalendarDate?
    public var to: CalendarDate?
    public var interval: AnalyticsInterval?
    public var companyID: Company.ID?
    public var jobID: Job.ID?
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?

    public init(
        reportID: Report.ID? = nil, kind: Report.Kind? = nil, format: ReportFile.Format? = nil,
        from: CalendarDate? = nil, to: CalendarDate? = nil, interval: AnalyticsInterval? = nil,
        companyID: Company.ID? = nil, jobID: Job.ID? = nil, consultantID: Consultant.ID? = nil,
        sourceID: Source.ID? = nil
    ) {
        self.reportID = reportID
        self.kind = kind
        self.format = format
        self.from = from
        self.to = to
        self.interval = interval
        self.companyID = companyID
        self.jobID = jobID
        self.consultantID = consultantID
        self.sourceID = sourceID
    }

    /// The file, which is in the workspace's folder under its SHA-256 as well.
    public struct Export: Codable, Sendable {
        public var id: ExportFile.ID
        public var kind: Report.Kind
        public var filename: String
        public var mediaType: String
        public var size: Int
        public var sha256: String
        public var rows: Int
        public var asOf: Instant
        public var contentBase64: String
    }

    /// The file as it was kept.
    public struct File: Sendable {
        var kind: Report.Kind
        var params: ReportParameters
        var rows: Int
        var asOf: Instant
        var contents: [UInt8]
        var sha256: String
    }

    public func prepare(in preparation: Preparation) throws -> File {
        var file = try preparation.database.read { transaction in
            try reportID.map { try report($0, transaction) } ?? made(preparation, transaction)
        }
        file.sha256 = try preparation.files.keep(file.contents)
        return file
    }

    public func perform(in call: Call, prepared file: File) throws -> Export {
        let format = format ?? .csv
        let id = call.newID(ExportFile.self)
        let filename = "\(file.kind.rawValue)-\(file.params.from)-\(file.params.to).\(format.rawValue)"
        try call.transaction.execute(
            """
            INSERT INTO export_file (id, created_at, updated_at, created_by, version, row_seq, sha256, filename,
            media_type, size, row_count) VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1,
            \(try call.rowSequence()), \(file.sha256), \(filename), \(format.mediaType), \(file.contents.count),
            \(file.rows))
            """)
        let filter = try JSONValue(encoding: file.params)
        call.note(
            "export_file", id,
            after: [
                "filename": .string(filename), "kind": .string(file.kind.rawValue), "filter": filter,
                "rows": .integer(Int64(file.rows)), "sha256": .string(file.sha256),
            ])
        return Export(
            id: id, kind: file.kind, filename: filename, mediaType: format.mediaType, size: file.contents.count,
            sha256: file.sha256, rows: file.rows, asOf: file.asOf, contentBase64: Base64.encode(file.contents))
    }

    private func report(_ id: Report.ID, _ transaction: any Transaction) throws -> File {
        let report = try ReportReading.find(id, in: transaction)
        guard report.status == .ready, let asOf = report.asOf else {
            throw Problem.conflict(
                Phrase(
                    en: "The report is \(report.status.rawValue): \(report.progress.done) of \(report.progress.total). "
                        + "Export it when it is ready.",
                    fr: "Le rapport est à l’état \(report.status.rawValue) : \(report.progress.done) sur "
                        + "\(report.progress.total). Exportez-le quand il sera prêt."),
                members: ["current": .string(report.status.rawValue)]
            ).about("report", id)
        }
        let rows = try ReportReading.rows(of: id, from: 0, limit: report.rows, in: transaction)
        return file(report.kind, report.params, rows, report.columns, asOf)
    }

    private func made(_ preparation: Preparation, _ transaction: any Transaction) throws -> File {
        let kind = kind ?? .stages
        guard !kind.isLong else {
            throw Problem.invalid(
                field: "kind", code: "invalid",
                Phrase(
                    en: "\(kind.rawValue) may have very many rows: ask for it with analytics.customReport, and export "
                        + "it by report_id when it is ready",
                    fr: "\(kind.rawValue) peut compter de très nombreuses lignes : demandez-le par "
                        + "analytics.customReport, puis exportez-le par report_id quand il est prêt"))
        }
        let params = try ReportRequest(
            from: from, to: to, interval: interval, companyID: companyID, jobID: jobID, consultantID: consultantID,
            sourceID: sourceID
        ).parameters(today: preparation.now.date)
        if kind == .trends { try ShowTrends.check(params.from, params.to, interval ?? .month) }
        let analysis = params.analysis(
            principal: preparation.principal, transaction: transaction, asOf: preparation.now)
        let rows = try ReportSlice.read(kind, analysis, params, from: 0).rows
        var columns: [String] = []
        for row in rows { for key in row.keys where !columns.contains(key) { columns.append(key) } }
        return file(kind, params, rows, columns, preparation.now)
    }

    private func file(
        _ kind: Report.Kind, _ params: ReportParameters, _ rows: [JSONObject], _ columns: [String], _ asOf: Instant
    ) -> File {
        File(
            kind: kind, params: params, rows: rows.count, asOf: asOf,
            contents: ReportFile.contents(rows, columns: columns, as: format ?? .csv), sha256: "")
    }
}

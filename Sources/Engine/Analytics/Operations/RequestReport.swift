import Domain
import JSON
import Storage

/// Asks for a report. It is made after this call, slice by slice; `analytics.report` tells how far it is and shows it.
public struct RequestReport: RouteOperation {
    public static let contract = Contract(
        "analytics.customReport", .post, "/analytics/custom-report", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Generate custom report", fr: "Établir un rapport sur mesure"), success: 201)

    /// `stages` unless said otherwise.
    public var kind: Report.Kind?
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    /// For `trends`; months unless said otherwise.
    public var interval: AnalyticsInterval?
    public var companyID: Company.ID?
    public var jobID: Job.ID?
    /// The consultant that owns the jobs.
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?

    public init(
        kind: Report.Kind? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil,
        interval: AnalyticsInterval? = nil, companyID: Company.ID? = nil, jobID: Job.ID? = nil,
        consultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.interval = interval
        self.companyID = companyID
        self.jobID = jobID
        self.consultantID = consultantID
        self.sourceID = sourceID
    }

    public func perform(in call: Call) throws -> ReportView {
        let parameters = try ReportRequest(
            from: from, to: to, interval: interval, companyID: companyID, jobID: jobID, consultantID: consultantID,
            sourceID: sourceID
        ).parameters(today: call.now.date)
        let kind = kind ?? .stages
        if kind == .trends { try ShowTrends.check(parameters.from, parameters.to, interval ?? .month) }
        let id = call.newID(Report.self)
        let params = try JSONValue(encoding: parameters)
        try call.transaction.execute(
            """
            INSERT INTO report (id, created_at, updated_at, created_by, version, row_seq, kind, params, status, columns,
            position, total, row_count) VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1,
            \(try call.rowSequence()), \(kind), \(params.serialized()), \(Report.Status.queued), '[]', 0, 0, 0)
            """)
        call.note("report", id, after: ["kind": .string(kind.rawValue), "params": params])
        return try ReportReading.find(id, in: call.transaction)
    }
}

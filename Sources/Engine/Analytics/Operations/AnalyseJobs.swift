import Domain
import JSON
import Storage

/// The jobs that were opened in a period, newest first, each with what became of all of its applications.
public struct AnalyseJobs: RouteOperation {
    public static let contract = Contract(
        "analytics.jobs", .get, "/analytics/jobs",
        access: .roles(employer: .scoped, admin: .yes), effect: .read,
        Phrase(en: "Job analytics", fr: "Analyse des offres d’emploi"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var companyID: Company.ID?
    /// The consultant that owns the jobs.
    public var consultantID: Consultant.ID?
    public var status: Job.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, companyID: Company.ID? = nil,
        consultantID: Consultant.ID? = nil, status: Job.Status? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.from = from
        self.to = to
        self.companyID = companyID
        self.consultantID = consultantID
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> JobsAnalytics {
        let analysis = try Analysis(call, from: from, to: to).filtered(company: companyID, consultant: consultantID)
        var conditions = analysis.jobConditions
        if let status { conditions.append("j.status = \(status)") }
        let listing = Listing(
            columns: JobRow.columns, source: "job j JOIN company c ON c.id = j.company_id", conditions: conditions,
            orderColumn: "j.opened_at",
            idColumn: "j.id", descending: true, orderName: "opened_at")
        var page = try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try JobRow.read(&columns, asOf: call.now)
        }
        try analysis.add(to: &page.data)
        return JobsAnalytics(jobs: try analysis.jobFigures(try analysis.hires()), rows: page, analysis)
    }
}

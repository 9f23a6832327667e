import Domain
import JSON
import Storage

/// A job with what became of all of its applications.
public struct JobRow: Codable, Sendable, Equatable {
    public var jobID: Job.ID
    public var title: String
    public var companyID: Company.ID
    public var companyName: String
    public var status: Job.Status
    public var openedAt: Instant
    public var closedAt: Instant?
    public var openings: Int
    public var openingsFilled: Int
    public var fillRate: RatioFigure
    public var applications: Int
    public var open: Int
    public var interviews: Int
    public var offers: Int
    public var hires: Int
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    public var timeToFill: DurationFigure

    static let columns: SQL = """
        j.id, j.title, j.company_id, c.name, j.status, j.opened_at, j.closed_at, j.openings, j.openings_filled
        """

    static func read(_ columns: inout Columns, asOf: Instant) throws -> JobRow {
        let nothing = CohortSums()
        return JobRow(
            jobID: try columns.next(), title: try columns.next(), companyID: try columns.next(),
            companyName: try columns.next(), status: try columns.next(), openedAt: try columns.next(),
            closedAt: try columns.next(), openings: try columns.next(), openingsFilled: try columns.next(),
            fillRate: RatioFigure(0, of: 0, asOf: asOf), applications: 0, open: 0, interviews: 0, offers: 0, hires: 0,
            submissionToInterview: ApplicationFigures.conversion(from: .submitted, nothing, asOf: asOf),
            interviewToOffer: ApplicationFigures.conversion(from: .interview, nothing, asOf: asOf),
            timeToFill: DurationFigure(milliseconds: [], asOf: asOf))
    }
}

/// The jobs that were opened in a period, together and one by one.
public struct JobsAnalytics: Codable, Sendable {
    public var period: AnalyticsPeriod
    public var asOf: Instant
    public var jobs: JobFigures
    public var data: [JobRow]
    public var page: Int
    public var pageSize: Int
    public var total: Int
    public var pages: Int
    public var totalExact: Bool?
    public var nextCursor: String?

    init(jobs: JobFigures, rows: Page<JobRow>, _ analysis: Analysis) {
        let list = AnalyticsPage(rows, analysis, rows.data)
        period = list.period
        asOf = list.asOf
        self.jobs = jobs
        data = list.data
        page = list.page
        pageSize = list.pageSize
        total = list.total
        pages = list.pages
        totalExact = list.totalExact
        nextCursor = list.nextCursor
    }
}

extension Analysis {
    /// Fills in what became of the applications to these jobs, whenever they began.
    func add(to rows: inout [JobRow]) throws {
        guard !rows.isEmpty else { return }
        let whenever = during(.always)
        let cohorts = try whenever.cohorts(by: .job, of: rows.map { $0.jobID.cast() })
        for index in rows.indices {
            let row = rows[index]
            let sums = cohorts[row.jobID.cast()] ?? CohortSums()
            rows[index].fillRate = RatioFigure(row.openingsFilled, of: row.openings, asOf: asOf)
            rows[index].applications = sums.started
            rows[index].open = sums.open
            rows[index].interviews = sums.reached(.interview)
            rows[index].offers = sums.reached(.offer)
            rows[index].hires = sums.ended(.hired)
            rows[index].submissionToInterview = ApplicationFigures.conversion(from: .submitted, sums, asOf: asOf)
            rows[index].interviewToOffer = ApplicationFigures.conversion(from: .interview, sums, asOf: asOf)
            rows[index].timeToFill = timeToFill(try whenever.filtered(job: row.jobID).hires())
        }
    }
}

extension AnalyticsPeriod {
    /// Every day that there is.
    static let always = AnalyticsPeriod(
        from: CalendarDate(daysSinceEpoch: 0), to: CalendarDate(daysSinceEpoch: 2_932_895))
}

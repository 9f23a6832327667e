import Domain
import JSON
import Storage

/// A period cut into weeks, months, quarters or years.
public struct ShowTrends: RouteOperation {
    public static let contract = Contract(
        "analytics.trends", .get, "/analytics/trends",
        access: .roles(admin: .yes), effect: .read, Phrase(en: "Trend analysis", fr: "Analyse des tendances"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    /// Months unless said otherwise.
    public var interval: AnalyticsInterval?
    public var jobID: Job.ID?
    public var companyID: Company.ID?
    /// The consultant that owns the jobs.
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?

    public init(
        from: CalendarDate? = nil, to: CalendarDate? = nil, interval: AnalyticsInterval? = nil, jobID: Job.ID? = nil,
        companyID: Company.ID? = nil, consultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil
    ) {
        self.from = from
        self.to = to
        self.interval = interval
        self.jobID = jobID
        self.companyID = companyID
        self.consultantID = consultantID
        self.sourceID = sourceID
    }

    /// What comes back.
    public struct Trends: Codable, Sendable {
        public var period: AnalyticsPeriod
        public var interval: AnalyticsInterval
        public var asOf: Instant
        public var data: [TrendPoint]
    }

    /// More spans than this nobody reads.
    static let limit = 520

    public func perform(in call: Call) throws -> Trends {
        let analysis = try Analysis(call, from: from, to: to).filtered(
            company: companyID, job: jobID, consultant: consultantID, source: sourceID)
        let interval = interval ?? .month
        try Self.check(analysis.period.from, analysis.period.to, interval)
        return Trends(
            period: analysis.period, interval: interval, asOf: call.now, data: try analysis.trend(by: interval))
    }

    /// Refuses a period that would make more spans than anybody reads.
    static func check(_ from: CalendarDate, _ to: CalendarDate, _ interval: AnalyticsInterval) throws {
        guard to.daysSinceEpoch - from.daysSinceEpoch <= Self.limit * (interval == .week ? 7 : 28) else {
            throw Problem.invalid(
                field: "from", code: "out_of_range",
                Phrase(
                    en: "is too far from the end of the period for a series; choose a longer interval or a shorter "
                        + "period",
                    fr: "est trop loin de la fin de la période pour une série ; choisissez un intervalle plus long ou "
                        + "une période plus courte"))
        }
    }
}

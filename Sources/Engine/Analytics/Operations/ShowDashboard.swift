import Domain
import JSON
import Storage

/// The workspace at a glance.
public struct ShowDashboard: RouteOperation {
    public static let contract = Contract(
        "analytics.dashboard", .get, "/analytics/dashboard",
        access: .roles(admin: .yes), effect: .read, Phrase(en: "Dashboard overview", fr: "Tableau de bord"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?

    public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.from = from
        self.to = to
    }

    /// What comes back.
    public struct Dashboard: Codable, Sendable {
        public var period: AnalyticsPeriod
        public var asOf: Instant
        /// As things stand now.
        public var openJobs: Int
        public var activeCandidates: Int
        public var openApplications: [StageCount]
        public var figures: KeyFigures
        public var activity: ActivityFigures
        public var stages: [StageFigures]
        public var sources: [SourceFigures]
        public var months: [TrendPoint]
    }

    public struct StageCount: Codable, Sendable, Equatable {
        public var stage: Application.Status
        public var applications: Int
    }

    public func perform(in call: Call) throws -> Dashboard {
        let analysis = try Analysis(call, from: from, to: to)
        try ShowTrends.check(analysis.period.from, analysis.period.to, .month)
        let visits = try analysis.openVisits()
        let months = try analysis.trend(by: .month)
        let cohort = try analysis.cohort()
        return Dashboard(
            period: analysis.period, asOf: call.now,
            openJobs: try call.transaction.value(
                "SELECT COUNT(*) FROM job j WHERE j.status = 'open' AND j.deleted_at IS NULL") ?? 0,
            activeCandidates: try call.transaction.value(
                "SELECT COUNT(*) FROM candidate c WHERE c.status = 'active' AND c.deleted_at IS NULL") ?? 0,
            openApplications: Application.Status.open.map {
                StageCount(stage: $0, applications: visits[$0]?.count ?? 0)
            },
            figures: try analysis.keyFigures(),
            activity: ActivityFigures(try analysis.activity(), started: cohort.started),
            stages: ApplicationFigures(cohort, open: visits, asOf: call.now).stages,
            sources: try analysis.sourceFigures(), months: months)
    }
}

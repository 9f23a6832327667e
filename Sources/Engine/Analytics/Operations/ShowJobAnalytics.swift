import Domain
import JSON
import Storage

/// How one job is doing.
public struct ShowJobAnalytics: RouteOperation {
    public static let contract = Contract(
        "jobs.analytics", .get, "/jobs/{job_id}/analytics",
        access: .roles(employer: .own, admin: .yes), effect: .read,
        Phrase(en: "Job performance analytics", fr: "Analyse d’une offre d’emploi"))

    public var jobID: Job.ID
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var sourceID: Source.ID?

    public init(jobID: Job.ID, from: CalendarDate? = nil, to: CalendarDate? = nil, sourceID: Source.ID? = nil) {
        self.jobID = jobID
        self.from = from
        self.to = to
        self.sourceID = sourceID
    }

    /// What comes back.
    public struct JobAnalytics: Codable, Sendable {
        public var jobID: Job.ID
        public var title: String
        public var status: Job.Status
        public var openedAt: Instant?
        public var openings: Int
        public var openingsFilled: Int
        public var fillRate: RatioFigure
        public var timeToFill: DurationFigure
        public var analytics: ApplicationAnalytics
    }

    public func perform(in call: Call) throws -> JobAnalytics {
        let job = try JobReading.findInFull(jobID, in: call)
        let analysis = try Analysis(call, from: from, to: to).filtered(job: jobID, source: sourceID)
        let hires = try analysis.hires()
        return JobAnalytics(
            jobID: jobID, title: job.title, status: job.status, openedAt: job.openedAt, openings: job.openings ?? 0,
            openingsFilled: job.openingsFilled ?? 0,
            fillRate: RatioFigure(job.openingsFilled ?? 0, of: job.openings ?? 0, asOf: call.now),
            timeToFill: analysis.timeToFill(hires), analytics: try analysis.applicationAnalytics(hires))
    }
}

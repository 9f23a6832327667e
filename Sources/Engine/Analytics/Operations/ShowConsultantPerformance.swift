import Domain
import JSON
import Storage

/// What a consultant achieved in a period, and the same for as many days before.
public struct ShowConsultantPerformance: RouteOperation {
    public static let contract = Contract(
        "consultants.performance", .get, "/consultants/{consultant_id}/performance",
        access: .roles(consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Performance metrics", fr: "Résultats d’un consultant"))

    public var consultantID: Consultant.ID
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?

    public init(consultantID: Consultant.ID, from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.consultantID = consultantID
        self.from = from
        self.to = to
    }

    /// What comes back.
    public struct Performance: Codable, Sendable {
        public var consultantID: Consultant.ID
        public var name: String
        public var asOf: Instant
        /// Applications that are going on now.
        public var openApplications: Int
        public var current: PerformanceFigures
        /// As many days, ending the day before.
        public var previous: PerformanceFigures
        /// The targets whose periods share days with `current`, the latest first and at most 200, each with what was
        /// reached in its own period.
        public var goals: [TargetView]
    }

    public func perform(in call: Call) throws -> Performance {
        let name = try ConsultantName.find(consultantID, in: call)
        let analysis = try Analysis(call, from: from, to: to).filtered(consultant: consultantID)
        let visits = try analysis.openVisits()
        return Performance(
            consultantID: consultantID, name: name, asOf: call.now,
            openApplications: Application.Status.open.reduce(0) { $0 + (visits[$1]?.count ?? 0) },
            current: try analysis.performance(), previous: try analysis.during(analysis.period.before).performance(),
            goals: try TargetReading.goals(of: consultantID, touching: analysis.period, in: call))
    }
}

/// What was achieved in one period.
public struct PerformanceFigures: Codable, Sendable, Equatable {
    public var period: AnalyticsPeriod
    public var activity: ActivityFigures
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    public var offerAcceptance: RatioFigure
    public var fillRate: RatioFigure
    /// Offers accepted in the period, of hires that stand.
    public var placements: Int
    /// The fees of those placements.
    public var revenue: RevenueFigures
    public var timeToHire: DurationFigure
    public var timeToFill: DurationFigure
}

extension Analysis {
    func performance() throws -> PerformanceFigures {
        let cohort = try cohort()
        let hires = try hires()
        let jobs = try jobFigures(hires)
        return PerformanceFigures(
            period: period, activity: ActivityFigures(try activity(), started: cohort.started),
            submissionToInterview: ApplicationFigures.conversion(from: .submitted, cohort, asOf: asOf),
            interviewToOffer: ApplicationFigures.conversion(from: .interview, cohort, asOf: asOf),
            offerAcceptance: acceptance(try resolutions()), fillRate: jobs.fillRate, placements: hires.count,
            revenue: try revenue(), timeToHire: timeToHire(hires), timeToFill: jobs.timeToFill)
    }
}

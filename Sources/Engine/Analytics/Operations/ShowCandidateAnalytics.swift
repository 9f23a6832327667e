import Domain
import JSON
import Storage

/// What became of one person's applications.
public struct ShowCandidateAnalytics: RouteOperation {
    public static let contract = Contract(
        "candidates.analytics", .get, "/candidates/{candidate_id}/analytics",
        access: .roles(candidate: .own, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Candidate analytics", fr: "Analyse d’un candidat"))

    public var candidateID: Candidate.ID
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?

    public init(candidateID: Candidate.ID, from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.candidateID = candidateID
        self.from = from
        self.to = to
    }

    /// What comes back.
    public struct CandidateAnalytics: Codable, Sendable {
        public var candidateID: Candidate.ID
        public var period: AnalyticsPeriod
        public var asOf: Instant
        public var applications: ApplicationFigures
        public var activity: ActivityFigures
        public var offerAcceptance: RatioFigure
    }

    public func perform(in call: Call) throws -> CandidateAnalytics {
        try CandidateVisibility.require(candidateID, in: call)
        var analysis = try Analysis(call, from: from, to: to)
        analysis.candidate = candidateID
        let cohort = try analysis.cohort()
        return CandidateAnalytics(
            candidateID: candidateID, period: analysis.period, asOf: call.now,
            applications: ApplicationFigures(cohort, open: try analysis.openVisits(), asOf: call.now),
            activity: ActivityFigures(try analysis.activity(), started: cohort.started),
            offerAcceptance: analysis.acceptance(try analysis.resolutions()))
    }
}

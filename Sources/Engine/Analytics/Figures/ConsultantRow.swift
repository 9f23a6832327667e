import Domain
import JSON
import Storage

/// A consultant with what its jobs and applications came to in a period.
public struct ConsultantRow: Codable, Sendable, Equatable {
    public var consultantID: Consultant.ID
    public var name: String
    /// Applications that are going on now.
    public var openApplications: Int
    /// What happened in the period.
    public var activity: ActivityFigures
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    public var offerAcceptance: RatioFigure
    /// Offers accepted in the period, of hires that stand.
    public var placements: Int
    public var timeToHire: DurationFigure
    public var timeToFill: DurationFigure

    init(consultantID: Consultant.ID, name: String, asOf: Instant) {
        self.consultantID = consultantID
        self.name = name
        openApplications = 0
        placements = 0
        activity = ActivityFigures(ActivityCounts(), started: 0)
        let nothing = RatioFigure(0, of: 0, asOf: asOf)
        let never = DurationFigure(milliseconds: [], asOf: asOf)
        (submissionToInterview, interviewToOffer, offerAcceptance) = (nothing, nothing, nothing)
        (timeToHire, timeToFill) = (never, never)
    }
}

extension Analysis {
    /// Fills in the figures of these consultants, reading each kind of event once for all of them.
    func add(to rows: inout [ConsultantRow]) throws {
        guard !rows.isEmpty else { return }
        let cohorts = try cohorts(by: .consultant, of: rows.map { $0.consultantID.cast() })
        let activities = try activitiesByConsultant()
        let hires = Dictionary(grouping: try hires(), by: \.consultant)
        let resolutions = Dictionary(grouping: try resolutions(byConsultant: true), by: \.consultant)
        for index in rows.indices {
            let id: AnyEntity.ID = rows[index].consultantID.cast()
            let sums = cohorts[id] ?? CohortSums()
            let open = try filtered(consultant: rows[index].consultantID).openVisits()
            rows[index].openApplications = Application.Status.open.reduce(0) { $0 + (open[$1]?.count ?? 0) }
            rows[index].activity = ActivityFigures(activities[id] ?? ActivityCounts(), started: sums.started)
            rows[index].submissionToInterview = ApplicationFigures.conversion(from: .submitted, sums, asOf: asOf)
            rows[index].interviewToOffer = ApplicationFigures.conversion(from: .interview, sums, asOf: asOf)
            rows[index].offerAcceptance = acceptance(resolutions[id] ?? [])
            rows[index].placements = hires[id]?.count ?? 0
            rows[index].timeToHire = timeToHire(hires[id] ?? [])
            rows[index].timeToFill = timeToFill(hires[id] ?? [])
        }
    }
}

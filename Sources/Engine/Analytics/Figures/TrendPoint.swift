import Domain
import JSON

/// One span of a series.
public struct TrendPoint: Codable, Sendable, Equatable {
    /// The first day of the span; the first and the last one may be cut by the period.
    public var start: CalendarDate
    public var activity: ActivityFigures
    /// Of the applications that began in the span.
    public var submissionToInterview: RatioFigure
    public var interviewToOffer: RatioFigure
    public var offerAcceptance: RatioFigure
    public var timeToHire: DurationFigure
    public var timeToFill: DurationFigure
}

extension Analysis {
    /// The period cut into spans, in order; a span in which nothing happened is there with zeros.
    func trend(by interval: AnalyticsInterval) throws -> [TrendPoint] {
        func span(_ day: Int) -> CalendarDate { interval.start(of: CalendarDate(daysSinceEpoch: day)) }
        var cohorts: [CalendarDate: CohortSums] = [:]
        for (day, sums) in try cohortsByDay() { cohorts[span(day), default: CohortSums()] += sums }
        var activities: [CalendarDate: ActivityCounts] = [:]
        for (day, counts) in try activitiesByDay() {
            for status in Application.Status.allCases {
                activities[span(day), default: ActivityCounts()].add(status, Int64(counts[status]))
            }
        }
        let hires = Dictionary(grouping: try hires(), by: { interval.start(of: $0.acceptedAt.date) })
        let resolutions = Dictionary(grouping: try resolutions(), by: { interval.start(of: $0.at.date) })
        return interval.starts(in: period).map { start in
            let sums = cohorts[start] ?? CohortSums()
            return TrendPoint(
                start: start, activity: ActivityFigures(activities[start] ?? ActivityCounts(), started: sums.started),
                submissionToInterview: ApplicationFigures.conversion(from: .submitted, sums, asOf: asOf),
                interviewToOffer: ApplicationFigures.conversion(from: .interview, sums, asOf: asOf),
                offerAcceptance: acceptance(resolutions[start] ?? []),
                timeToHire: timeToHire(hires[start] ?? []), timeToFill: timeToFill(hires[start] ?? []))
        }
    }
}

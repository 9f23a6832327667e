import Domain
import JSON
import Storage

/// The candidates that there are, and those that came in a period.
public struct AnalyseCandidates: RouteOperation {
    public static let contract = Contract(
        "analytics.candidates", .get, "/analytics/candidates",
        access: .roles(consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Candidate analytics", fr: "Analyse des candidats"))

    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?

    public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
        self.from = from
        self.to = to
    }

    /// What comes back.
    public struct CandidateFigures: Codable, Sendable {
        public var period: AnalyticsPeriod
        public var asOf: Instant
        /// As they stand now.
        public var candidates: Int
        public var statuses: [StatusCount]
        /// Records made in the period.
        public var new: Int
        public var months: [MonthCount]
        /// Offers accepted in the period by candidates who were hired.
        public var placements: Int
        public var timeToHire: DurationFigure
    }

    public struct StatusCount: Codable, Sendable, Equatable {
        public var status: Candidate.Status
        public var candidates: Int
        /// Of those, the ones whose record was made in the period.
        public var new: Int
    }

    public struct MonthCount: Codable, Sendable, Equatable {
        public var start: CalendarDate
        public var new: Int
    }

    public func perform(in call: Call) throws -> CandidateFigures {
        let analysis = try Analysis(call, from: from, to: to)
        let period = analysis.period
        let starts = AnalyticsInterval.month.starts(in: period)
        // A century of months is no series any more; it is counted in one piece.
        let hasMonths = starts.count <= 1_200
        let bounds = (hasMonths ? starts.dropFirst().map(\.startOfDay) : []) + [period.end]
        var months = bounds.map { _ in 0 }
        var statuses: [StatusCount] = []
        for status in Candidate.Status.allCases {
            var (start, new) = (period.start, 0)
            for (index, end) in bounds.enumerated() {
                let number = try count(status, from: start, to: end, call)
                months[index] += number
                new += number
                start = end
            }
            statuses.append(StatusCount(status: status, candidates: try count(status, call), new: new))
        }
        let hires = try analysis.hires()
        return CandidateFigures(
            period: period, asOf: call.now, candidates: statuses.reduce(0) { $0 + $1.candidates },
            statuses: statuses, new: statuses.reduce(0) { $0 + $1.new },
            months: hasMonths ? zip(starts, months).map { MonthCount(start: $0, new: $1) } : [],
            placements: hires.count, timeToHire: analysis.timeToHire(hires))
    }

    /// One range of the index of statuses.
    private func count(
        _ status: Candidate.Status, from start: Instant? = nil, to end: Instant? = nil, _ call: Call
    ) throws -> Int {
        var conditions: [SQL] = [
            "c.status = \(status)", CandidateVisibility.predicate(for: call.principal, now: call.now),
        ]
        if let start { conditions.append("c.created_at >= \(start)") }
        if let end { conditions.append("c.created_at < \(end)") }
        return try call.transaction.value("SELECT COUNT(*) FROM candidate c WHERE \(conditions.allOf())") ?? 0
    }
}

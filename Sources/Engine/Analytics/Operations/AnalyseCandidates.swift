import Domain
import JSON
import Storage

/// The candidates that there are, and those that came in a period.
public struct AnalyseCandidates: RouteOperation {
    public static let contract = Contract(
        "analytics.candidates", .get, "/analytics/candidates",
        access: .roles(consultant: .yes, admin: .yes), effect: .read, "Candidate analytics")

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

    public struct StatusCount: Codable, Sendable, Hashable {
        public var status: Candidate.Status
        public var candidates: Int
        /// Of those, the ones whose record was made in the period.
        public var new: Int
    }

    public struct MonthCount: Codable, Sendable, Hashable {
        public var start: CalendarDate
        public var new: Int
    }

    public func perform(in call: Call) throws -> CandidateFigures {
        let analysis = try Analysis(call, from: from, to: to)
        let period = analysis.period
        let statuses = try Candidate.Status.allCases.map { status in
            StatusCount(
                status: status, candidates: try count(status, nil, nil, call),
                new: try count(status, period.start, period.end, call))
        }
        let hires = try analysis.hires()
        return CandidateFigures(
            period: period, asOf: call.now, candidates: statuses.reduce(0) { $0 + $1.candidates },
            statuses: statuses, new: statuses.reduce(0) { $0 + $1.new }, months: try months(period, call),
            placements: hires.count, timeToHire: analysis.timeToHire(hires))
    }

    private func months(_ period: AnalyticsPeriod, _ call: Call) throws -> [MonthCount] {
        let starts = AnalyticsInterval.month.starts(in: period)
        // A century of months is no series any more.
        guard starts.count <= 1_200 else { return [] }
        return try starts.enumerated().map { index, start in
            let end = index + 1 < starts.count ? starts[index + 1].startOfDay : period.end
            let new = try Candidate.Status.allCases.reduce(0) {
                try $0 + count($1, max(start.startOfDay, period.start), end, call)
            }
            return MonthCount(start: start, new: new)
        }
    }

    /// One range of the index of statuses.
    private func count(
        _ status: Candidate.Status, _ start: Instant?, _ end: Instant?, _ call: Call
    ) throws -> Int {
        var conditions: [SQL] = [
            "c.status = \(status)", CandidateVisibility.predicate(for: call.principal, now: call.now),
        ]
        if let start { conditions.append("c.created_at >= \(start)") }
        if let end { conditions.append("c.created_at < \(end)") }
        return try call.transaction.value("SELECT COUNT(*) FROM candidate c WHERE \(conditions.allOf())") ?? 0
    }
}

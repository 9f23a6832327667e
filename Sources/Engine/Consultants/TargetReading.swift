import Domain
import JSON
import Storage

/// Reads the targets of consultants, with what was reached.
enum TargetReading {
    /// In the order in which `read` takes them.
    private static let columns: SQL = """
        t.id, t.consultant_id, t.version, t.metric, t.period, t.period_start, t.goal, t.currency
        """

    private static func read(_ columns: inout Columns, asOf: Instant) throws -> TargetView {
        let id: PerformanceTarget.ID = try columns.next()
        let consultant: Consultant.ID = try columns.next()
        let version: Int = try columns.next()
        let metric: PerformanceTarget.Metric = try columns.next()
        let period: CalendarPeriod = try columns.next()
        let start: CalendarDate = try columns.next()
        return TargetView(
            id: id, consultantID: consultant, version: version, metric: metric, period: period, periodStart: start,
            periodEnd: period.end(from: start).adding(days: -1), goal: try columns.next(),
            currency: try columns.next(), reached: 0, n: 0, uncounted: nil, asOf: asOf)
    }

    /// A page of a consultant's targets, the latest periods first.
    static func page(
        of consultant: Consultant.ID, metric: PerformanceTarget.Metric? = nil, period: CalendarPeriod? = nil,
        page: PageNumber,
        size: PageSize, cursor: ListCursor?, in call: Call
    ) throws -> Page<TargetView> {
        var conditions: [SQL] = ["t.consultant_id = \(consultant)", "t.deleted_at IS NULL"]
        if let metric { conditions.append("t.metric = \(metric)") }
        if let period { conditions.append("t.period = \(period)") }
        let listing = Listing(
            columns: columns, source: "target t", conditions: conditions, orderColumn: "t.period_start",
            idColumn: "t.id", descending: true, orderName: "period_start")
        var list = try listing.page(call, page: page, size: size, cursor: cursor) { columns in
            try read(&columns, asOf: call.now)
        }
        try TargetProgress(consultant: consultant, targets: list.data, in: call).add(to: &list.data)
        return list
    }

    /// At most so many goals stand beside the figures of a period.
    private static let goalLimit = 200

    /// The targets of a consultant whose periods share days with this one, the latest first, each with what was reached
    /// in its own period.
    static func goals(
        of consultant: Consultant.ID, touching period: AnalyticsPeriod, in call: Call
    ) throws -> [TargetView] {
        // No period of a target is longer than a year.
        var goals = try call.transaction.all(
            """
            SELECT \(columns) FROM target t WHERE t.consultant_id = \(consultant) AND t.deleted_at IS NULL
            AND t.period_start > \(period.from.yearBefore) AND t.period_start <= \(period.to)
            ORDER BY t.period_start DESC, t.id DESC
            """
        ) { columns in try read(&columns, asOf: call.now) }
        goals = Array(goals.filter { $0.periodEnd >= period.from }.prefix(goalLimit))
        try TargetProgress(consultant: consultant, targets: goals, in: call).add(to: &goals)
        return goals
    }
}

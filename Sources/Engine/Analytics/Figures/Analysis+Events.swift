import Domain
import Storage

extension Analysis {
    /// How many applications reached each status for the first time, by day.
    func activitiesByDay() throws -> [Int: ActivityCounts] {
        var days: [Int: ActivityCounts] = [:]
        if let scope = countedScope {
            let sums = SQL(
                trusted: ActivityColumn.names.map { "CAST(SUM(\($0)) AS BIGINT)" }.joined(separator: ", "))
            let ofSource: SQL = scope.source.map { "source_id = \($0)" } ?? "1 = 1"
            try transaction.forEach(
                """
                SELECT day, \(sums) FROM application_activity WHERE scope_id = \(scope.id)
                AND day >= \(period.days.lowerBound) AND day <= \(period.days.upperBound) AND \(ofSource) GROUP BY day
                """
            ) { row in
                var counts = ActivityCounts()
                for status in Application.Status.allCases { counts.add(status, row.integer(status.rank + 1)) }
                days[Int(row.integer(0))] = counts
                return true
            }
            return days
        }
        try transaction.forEach(
            """
            SELECT day, to_status, COUNT(*) FROM (SELECT MIN(h.at) / 86400000 AS day, h.to_status AS to_status
            FROM application a JOIN status_history h ON h.application_id = a.id
            WHERE \(applicationConditions.allOf()) AND \(ApplicationHistory.isMeant) GROUP BY a.id, h.to_status) first_times
            WHERE day >= \(period.days.lowerBound) AND day <= \(period.days.upperBound) GROUP BY day, to_status
            """
        ) { row in
            let status = try Application.Status.decode(row, 1)
            days[Int(row.integer(0)), default: ActivityCounts()].add(status, row.integer(2))
            return true
        }
        return days
    }

    func activity() throws -> ActivityCounts {
        var all = ActivityCounts()
        for counts in try activitiesByDay().values {
            for status in Application.Status.allCases { all.add(status, Int64(counts[status])) }
        }
        return all
    }

    /// The activity of all consultants that have any.
    func activitiesByConsultant() throws -> [AnyEntity.ID: ActivityCounts] {
        let sums = SQL(trusted: ActivityColumn.names.map { "CAST(SUM(\($0)) AS BIGINT)" }.joined(separator: ", "))
        var found: [AnyEntity.ID: ActivityCounts] = [:]
        try transaction.forEach(
            """
            SELECT scope_id, \(sums) FROM application_activity WHERE scope_id <> \(RollupScope.zero)
            AND day >= \(period.days.lowerBound) AND day <= \(period.days.upperBound) GROUP BY scope_id
            """
        ) { row in
            var counts = ActivityCounts()
            for status in Application.Status.allCases { counts.add(status, row.integer(status.rank + 1)) }
            found[try AnyEntity.ID.decode(row, 0)] = counts
            return true
        }
        return found
    }

    /// A hire that stands.
    struct Hire {
        var job: AnyEntity.ID
        var company: AnyEntity.ID
        var consultant: AnyEntity.ID
        var source: AnyEntity.ID
        var acceptedAt: Instant
        var hireTime: Int64
        var fillTime: Int64?
    }

    enum HireMoment {
        /// The offer was accepted in the period.
        case accepted
        /// The application began in the period.
        case began

        fileprivate var column: SQL { self == .accepted ? "p.accepted_at" : "p.started_at" }
    }

    func hires(_ moment: HireMoment = .accepted) throws -> [Hire] {
        try transaction.all(
            """
            SELECT p.job_id, p.company_id, COALESCE(p.consultant_id, \(RollupScope.zero)),
            COALESCE(p.source_id, \(RollupScope.zero)), p.accepted_at, p.hire_ms, p.fill_ms
            FROM placement p WHERE \(placementConditions(moment).allOf())
            """
        ) { columns in
            Hire(
                job: try columns.next(), company: try columns.next(), consultant: try columns.next(),
                source: try columns.next(), acceptedAt: try columns.next(), hireTime: try columns.next(),
                fillTime: try columns.next())
        }
    }

    /// Conditions on `placement p`.
    func placementConditions(_ moment: HireMoment = .accepted) -> [SQL] {
        var conditions: [SQL] = ["\(moment.column) >= \(period.start)", "\(moment.column) < \(period.end)"]
        if !principal.isStaff { conditions.append(ApplicationVisibility.predicate(for: principal, alias: "p")) }
        return conditions + filters(on: "p")
    }

    func timeToHire(_ hires: some Sequence<Hire>) -> DurationFigure {
        DurationFigure(milliseconds: hires.map(\.hireTime), asOf: asOf)
    }

    func timeToFill(_ hires: some Sequence<Hire>) -> DurationFigure {
        DurationFigure(milliseconds: hires.compactMap(\.fillTime), asOf: asOf)
    }

    /// How an offer that was sent ended, and when.
    struct Resolution {
        var isAccepted: Bool
        var at: Instant
        /// Zero unless it was asked for.
        var consultant: AnyEntity.ID
    }

    /// Offers that were accepted, declined or ran out in the period. One that is past its date has run out whether or
    /// not anybody has written so yet. The application is read only where something about it is asked.
    func resolutions(byConsultant: Bool = false) throws -> [Resolution] {
        let from: SQL
        if isWhole && !byConsultant {
            from = "offer o WHERE o.deleted_at IS NULL"
        } else if company != nil || job != nil || candidate != nil || !principal.isStaff {
            // Few applications lead to their offers; CROSS JOIN keeps SQLite from going the other way round.
            from = """
                application a CROSS JOIN offer o WHERE o.application_id = a.id AND o.deleted_at IS NULL
                AND \(applicationConditions.allOf())
                """
        } else {
            from = """
                offer o CROSS JOIN application a WHERE a.id = o.application_id AND o.deleted_at IS NULL
                AND \(applicationConditions.allOf())
                """
        }
        let consultant: SQL =
            byConsultant ? "COALESCE(a.consultant_id, \(RollupScope.zero))" : "\(RollupScope.zero)"
        let end = min(period.end, asOf.advanced(byMilliseconds: 1))
        return try transaction.all(
            """
            SELECT CASE WHEN o.status = 'accepted' THEN 1 ELSE 0 END, o.resolved_at, \(consultant) FROM \(from)
            AND o.status IN ('accepted', 'declined') AND o.resolved_at >= \(period.start)
            AND o.resolved_at < \(period.end)
            UNION ALL SELECT 0, o.expires_at, \(consultant) FROM \(from) AND o.status IN ('expired', 'sent')
            AND o.expires_at >= \(period.start) AND o.expires_at < \(end)
            """
        ) { columns in
            Resolution(isAccepted: try columns.next(), at: try columns.next(), consultant: try columns.next())
        }
    }

    func acceptance(_ resolutions: some Collection<Resolution>) -> RatioFigure {
        RatioFigure(resolutions.count { $0.isAccepted }, of: resolutions.count, asOf: asOf)
    }
}

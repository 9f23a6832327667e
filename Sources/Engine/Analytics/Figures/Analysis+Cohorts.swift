import Domain
import Storage

extension Analysis {
    /// What applications can be told apart by.
    enum Grouping {
        case source, consultant, company, job

        fileprivate var column: SQL {
            switch self {
            case .source: "a.source_id"
            case .consultant: "a.consultant_id"
            case .company: "a.company_id"
            case .job: "a.job_id"
            }
        }
    }

    /// What became of the applications that began in the period.
    func cohort() throws -> CohortSums {
        if let scope = countedScope {
            return try transaction.first(
                "SELECT \(CohortColumn.sums) FROM application_cohort WHERE \(counted(scope))", CohortSums.read)
                ?? CohortSums()
        }
        return try transaction.first(
            "SELECT \(CohortColumn.expressions) FROM application a WHERE \(began.allOf())", CohortSums.read)
            ?? CohortSums()
    }

    /// The same by day of beginning, in days since 1970-01-01.
    func cohortsByDay() throws -> [Int: CohortSums] {
        if let scope = countedScope {
            return try keyed(
                "SELECT day, \(CohortColumn.sums) FROM application_cohort WHERE \(counted(scope)) GROUP BY day")
        }
        return try keyed(
            """
            SELECT a.applied_at / 86400000, \(CohortColumn.expressions) FROM application a
            WHERE \(began.allOf()) GROUP BY 1
            """)
    }

    /// The same by what the applications belong to; zero stands for none. `ids` are the ones that are wanted.
    func cohorts(by grouping: Grouping, of ids: [AnyEntity.ID]? = nil) throws -> [AnyEntity.ID: CohortSums] {
        if grouping == .source, let scope = countedScope, scope.id == RollupScope.zero {
            return try keyed(
                """
                SELECT source_id, \(CohortColumn.sums) FROM application_cohort WHERE \(counted(scope))
                GROUP BY source_id
                """)
        }
        if grouping == .consultant, isWhole {
            let wanted: SQL = ids.map { "scope_id IN \(list: $0)" } ?? "scope_id <> \(RollupScope.zero)"
            return try keyed(
                """
                SELECT scope_id, \(CohortColumn.sums) FROM application_cohort
                WHERE \(wanted) AND day >= \(period.days.lowerBound) AND day <= \(period.days.upperBound)
                GROUP BY scope_id
                """)
        }
        var conditions = began
        if let ids { conditions.append("\(grouping.column) IN \(list: ids)") }
        return try keyed(
            """
            SELECT COALESCE(\(grouping.column), \(RollupScope.zero)), \(CohortColumn.expressions) FROM application a
            WHERE \(conditions.allOf()) GROUP BY 1
            """)
    }

    /// Conditions on `application a`: what began in the period.
    private var began: [SQL] {
        applicationConditions + ["a.applied_at >= \(period.start)", "a.applied_at < \(period.end)"]
    }

    private func counted(_ scope: (id: AnyEntity.ID, source: Source.ID?)) -> SQL {
        let days: SQL = """
            scope_id = \(scope.id) AND day >= \(period.days.lowerBound) AND day <= \(period.days.upperBound)
            """
        return scope.source.map { "\(days) AND source_id = \($0)" } ?? days
    }

    private func keyed<Key: Hashable & SQLDecodable>(_ sql: SQL) throws -> [Key: CohortSums] {
        var sums: [Key: CohortSums] = [:]
        try transaction.forEach(sql) { row in
            var columns = Columns(row)
            let key: Key = try columns.next()
            sums[key] = try CohortSums.read(&columns)
            return true
        }
        return sums
    }

    /// The applications that stand in each open stage now, whenever they began.
    func openVisits() throws -> [Application.Status: OpenVisits] {
        let sql: SQL
        if let scope = try standingScope() {
            sql = "SELECT status, n, entered FROM application_count WHERE scope_id = \(scope)"
        } else {
            sql = """
                SELECT a.status, COUNT(*), CAST(SUM(a.status_entered_at) AS BIGINT) FROM application a
                WHERE \(applicationConditions.allOf()) AND a.status IN \(list: Application.Status.open)
                GROUP BY a.status
                """
        }
        var visits: [Application.Status: OpenVisits] = [:]
        try transaction.forEach(sql) { row in
            let status = try Application.Status.decode(row, 0)
            visits[status] = OpenVisits(count: Int(row.integer(1)), entered: row.integer(2))
            return true
        }
        return visits
    }

    /// The scope of `application_count` that is the same as this one.
    private func standingScope() throws -> AnyEntity.ID? {
        guard source == nil, candidate == nil else { return nil }
        if isWhole { return RollupScope.zero }
        let own = principal.role == .employer ? principal.companyID : nil
        switch (company, job, consultant) {
        case (nil, nil, nil): return own?.cast()
        case (let company?, nil, nil): return principal.isStaff || company == own ? company.cast() : nil
        case (nil, let job?, nil): return principal.isStaff ? job.cast() : nil
        case (nil, nil, let consultant?): return principal.isStaff ? consultant.cast() : nil
        default: return nil
        }
    }
}

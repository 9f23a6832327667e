import Domain
import Storage

extension Analysis {
    /// The jobs that were opened in the period, by what they are now. Those of other companies are none of an
    /// employer's, also where it sees their advertisement.
    func jobCounts() throws -> [JobCount] {
        try transaction.all(
            """
            SELECT j.status, COUNT(*), CAST(SUM(j.openings) AS BIGINT), CAST(SUM(j.openings_filled) AS BIGINT)
            FROM job j WHERE \(jobConditions.allOf()) GROUP BY j.status ORDER BY j.status
            """
        ) { columns in
            JobCount(
                status: try columns.next(), jobs: try columns.next(), openings: try columns.next(),
                filled: try columns.next())
        }
    }

    /// Conditions on `job j`: opened in the period, and inside the caller's scope and filters.
    var jobConditions: [SQL] {
        var conditions: [SQL] = [
            "j.deleted_at IS NULL", "j.opened_at >= \(period.start)", "j.opened_at < \(period.end)",
        ]
        if !principal.isStaff {
            conditions.append(principal.companyID.map { "j.company_id = \($0)" } ?? "1 = 0")
        }
        if let company { conditions.append("j.company_id = \(company)") }
        if let job { conditions.append("j.id = \(job)") }
        if let consultant { conditions.append("j.owner_consultant_id = \(consultant)") }
        return conditions
    }

    func jobFigures(_ hires: some Sequence<Hire>) throws -> JobFigures {
        JobFigures(try jobCounts(), timeToFill: timeToFill(hires), asOf: asOf)
    }
}

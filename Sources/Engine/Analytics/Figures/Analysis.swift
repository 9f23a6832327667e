import Domain
import Storage

/// What is asked of the analytics, by whom, and the readings that answer it. A caller's scope is that of its lists; a
/// filter outside of it finds nothing.
struct Analysis {
    let principal: Principal
    let transaction: any Transaction
    /// Every figure is as of this moment: counters are written with what they count.
    let asOf: Instant
    var period: AnalyticsPeriod
    var company: Company.ID?
    var job: Job.ID?
    var consultant: Consultant.ID?
    var source: Source.ID?
    /// One person's applications.
    var candidate: Candidate.ID?

    init(_ call: Call, from: CalendarDate?, to: CalendarDate?) throws {
        self.init(
            principal: call.principal, transaction: call.transaction, asOf: call.now,
            period: try AnalyticsPeriod.asked(from: from, to: to, today: call.now.date))
    }

    init(principal: Principal, transaction: any Transaction, asOf: Instant, period: AnalyticsPeriod) {
        self.principal = principal
        self.transaction = transaction
        self.asOf = asOf
        self.period = period
    }

    func filtered(
        company: Company.ID? = nil, job: Job.ID? = nil, consultant: Consultant.ID? = nil, source: Source.ID? = nil
    ) -> Analysis {
        var copy = self
        copy.company = company ?? self.company
        copy.job = job ?? self.job
        copy.consultant = consultant ?? self.consultant
        copy.source = source ?? self.source
        return copy
    }

    func during(_ period: AnalyticsPeriod) -> Analysis {
        var copy = self
        copy.period = period
        return copy
    }

    /// Whether nothing narrows the workspace.
    var isWhole: Bool {
        principal.isStaff && company == nil && job == nil && consultant == nil && source == nil && candidate == nil
    }

    /// The scope and source whose counters by day answer this, or `nil` where rows have to be looked at: those of a
    /// company or a job, and of a consultant's source.
    var countedScope: (id: AnyEntity.ID, source: Source.ID?)? {
        guard principal.isStaff, company == nil, job == nil, candidate == nil else { return nil }
        guard let consultant else { return (RollupScope.zero, source) }
        return source == nil ? (consultant.cast(), nil) : nil
    }

    /// Conditions on `application a`, without those on time.
    var applicationConditions: [SQL] {
        var conditions: [SQL] = ["a.deleted_at IS NULL"]
        if !principal.isStaff { conditions.append(ApplicationVisibility.predicate(for: principal)) }
        if let candidate { conditions.append("a.candidate_id = \(candidate)") }
        return conditions + filters(on: "a")
    }

    /// The filters on the columns that `application` and `placement` have in common.
    func filters(on alias: String) -> [SQL] {
        let table = SQL(trusted: alias)
        var conditions: [SQL] = []
        if let company { conditions.append("\(table).company_id = \(company)") }
        if let job { conditions.append("\(table).job_id = \(job)") }
        if let consultant { conditions.append("\(table).consultant_id = \(consultant)") }
        if let source { conditions.append("\(table).source_id = \(source)") }
        return conditions
    }
}

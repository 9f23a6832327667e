import Domain
import Storage

/// Which applications a board shows, beside what its caller may see.
struct BoardFilter: Equatable {
    var job: Job.ID?
    var company: Company.ID?
    var consultant: Consultant.ID?
    var source: Source.ID?
    /// Only those that entered their stage at this time or earlier.
    var stuckBefore: Instant?

    /// Conditions on the columns of `a`, the caller's scope included.
    func conditions(for principal: Principal) -> [SQL] {
        var conditions: [SQL] = []
        if principal.role == .employer || !principal.isStaff {
            conditions.append(ApplicationVisibility.predicate(for: principal))
        }
        if let job { conditions.append("a.job_id = \(job)") }
        if let company { conditions.append("a.company_id = \(company)") }
        if let consultant { conditions.append("a.consultant_id = \(consultant)") }
        if let source { conditions.append("a.source_id = \(source)") }
        if let stuckBefore { conditions.append("a.status_entered_at <= \(stuckBefore)") }
        return conditions
    }

    /// Whether something narrows the scopes further, so that rows have to be looked at.
    var looksAtRows: Bool { source != nil || stuckBefore != nil }

    /// The one scope whose counts are kept that is the same as this filter, or `nil` where rows have to be counted.
    /// A job names its company and its consultant, so together with it those are no further restriction once they are
    /// known to be the job's own; for a job of another company, or of none that the caller sees, nothing matches.
    func countedScope(in call: Call) throws -> CountedScope {
        let own = call.principal.role == .employer ? call.principal.companyID : nil
        if call.principal.role == .employer, own == nil { return .nothing }
        if let own, let company, own != company { return .nothing }
        let company = own ?? company
        if let job {
            if company != nil || consultant != nil {
                let owners = try call.transaction.first(
                    "SELECT company_id, owner_consultant_id FROM job WHERE id = \(job)"
                ) { columns in (try columns.next(Company.ID.self), try columns.next(Consultant.ID?.self)) }
                guard let owners, company == nil || company == owners.0,
                    consultant == nil || consultant == owners.1
                else { return .nothing }
            }
            return looksAtRows ? .rows : .scope(job.cast())
        }
        if looksAtRows || company != nil && consultant != nil { return .rows }
        if let company { return .scope(company.cast()) }
        if let consultant { return .scope(consultant.cast()) }
        return .scope(ApplicationCounts.workspace)
    }

    enum CountedScope: Equatable {
        case scope(AnyEntity.ID)
        case rows
        case nothing
    }
}

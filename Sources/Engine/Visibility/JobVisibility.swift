import Domain
import Storage

/// Which jobs a caller sees, and in which detail. Staff see all of them in full; an employer its own company's in full
/// and the open ones of others as the public does; a candidate and a caller without an account the open ones that are
/// not confidential, and a candidate also those that it applied to, whatever became of them.
///
/// The fee is agreed between the agency and the client: staff and the job's own employers see it, nobody else.
/// See docs/decisions/0031-jobs-and-companies.md.
enum JobVisibility {
    /// What anybody may see. Its indexes (`ListIndexes`) say the same; `IS TRUE` keeps lists from beginning at all that
    /// is open.
    static let published: SQL = "(j.status = 'open') IS TRUE AND j.confidential = 0"

    /// The condition on `job j` that holds for the rows that the caller may see.
    static func condition(_ principal: Principal) -> SQL {
        if principal.isStaff { return "j.deleted_at IS NULL" }
        if principal.role == .employer, let company = principal.companyID {
            return "j.deleted_at IS NULL AND (j.company_id = \(company) OR \(published))"
        }
        if principal.role == .candidate, let candidate = principal.candidateID {
            return """
                j.deleted_at IS NULL AND (\(published) OR EXISTS (SELECT 1 FROM application own
                WHERE own.candidate_id = \(candidate) AND own.job_id = j.id AND own.deleted_at IS NULL
                AND \(ApplicationVisibility.isApplied(alias: "own"))))
                """
        }
        return "j.deleted_at IS NULL AND \(published)"
    }

    /// For those who are not staff, what `condition` says in two parts that have no row in common, each of which begins
    /// at an index of its own: what anybody may see, and what `own` adds.
    static func ofAnybody(_ principal: Principal) -> [SQL] {
        let anybody: [SQL] = ["j.deleted_at IS NULL", published]
        guard principal.role == .employer, let company = principal.companyID else { return anybody }
        return anybody + ["j.company_id <> \(company)"]
    }

    /// An employer's own jobs, and those that a candidate applied to and that are not published; `nil` for others.
    static func own(_ principal: Principal) -> [SQL]? {
        if principal.role == .employer, let company = principal.companyID {
            return ["j.deleted_at IS NULL", "j.company_id = \(company)"]
        }
        guard principal.role == .candidate, let candidate = principal.candidateID else { return nil }
        return [
            "j.deleted_at IS NULL", "NOT (\(published))",
            """
            j.id IN (SELECT own.job_id FROM application own WHERE own.candidate_id = \(candidate)
            AND own.deleted_at IS NULL AND \(ApplicationVisibility.isApplied(alias: "own")))
            """,
        ]
    }

    /// Whether the caller sees every field of a job of that company.
    static func seesInFull(_ principal: Principal, company: Company.ID) -> Bool {
        principal.isStaff || principal.role == .employer && principal.companyID == company
    }

    /// The fields of the full-text index that hold only what the public sees.
    static let publicSearchFields = ["title", "public"]
}

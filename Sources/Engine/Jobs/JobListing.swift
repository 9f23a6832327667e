import Domain
import Storage

/// Makes the list of jobs that a caller asked for: its filters inside what it may see.
enum JobListing {
    static func make(_ input: ListJobs, for principal: Principal, in call: Call) throws -> Listing {
        var conditions = [JobVisibility.condition(principal)]
        if let status = input.status { conditions.append("j.status = \(status)") }
        if let company = input.companyID { conditions.append("j.company_id = \(company)") }
        if let owner = input.ownerConsultantID { conditions.append(try ownerCondition(owner, principal)) }
        if let type = input.employmentType { conditions.append("j.employment_type = \(type)") }
        if let workplace = input.workplace { conditions.append("j.workplace = \(workplace)") }
        if let country = input.countryCode { conditions.append("j.country_code = \(country)") }
        var listing = Listing(
            columns: JobReading.columns, source: JobReading.source, conditions: conditions,
            orderColumn: "j.created_at", idColumn: "j.id", descending: input.sortOrder != .ascending,
            orderName: "created_at")
        if let q = input.q { try JobSearch(q.value, in: call).restrict(&listing, for: principal) }
        if input.sortBy == .title {
            listing.orderColumn = "j.title_folded"
            listing.descending = input.sortOrder == .descending
            listing.orderName = "title"
        }
        return listing
    }

    /// Who looks after a job is hidden from the public; an employer may ask it of its own company's jobs only.
    private static func ownerCondition(_ owner: Consultant.ID, _ principal: Principal) throws -> SQL {
        if principal.isStaff { return "j.owner_consultant_id = \(owner)" }
        guard principal.role == .employer, let company = principal.companyID else {
            throw Problem.invalid(
                field: "owner_consultant_id", code: "not_allowed",
                Phrase(en: "is not a filter for you", fr: "ce filtre ne vous est pas ouvert"))
        }
        return "(j.owner_consultant_id = \(owner) AND j.company_id = \(company))"
    }
}

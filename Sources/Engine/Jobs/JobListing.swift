import Domain
import Storage

/// The list of jobs that a caller asked for: its filters inside what it may see.
struct JobListing {
    private let input: ListJobs
    private let principal: Principal
    private let filters: [SQL]

    init(_ input: ListJobs, for principal: Principal) throws {
        self.input = input
        self.principal = principal
        var filters: [SQL] = []
        if let status = input.status { filters.append("j.status = \(status)") }
        if let company = input.companyID { filters.append("j.company_id = \(company)") }
        if let owner = input.ownerConsultantID { filters.append(try Self.owned(by: owner, principal)) }
        if let type = input.employmentType { filters.append("j.employment_type = \(type)") }
        if let workplace = input.workplace { filters.append("j.workplace = \(workplace)") }
        if let country = input.countryCode { filters.append("j.country_code = \(country)") }
        self.filters = filters
    }

    func page(in call: Call) throws -> Page<JobView> {
        let read = { (columns: inout Columns) in try JobReading.read(&columns, for: principal) }
        guard let q = input.q else {
            return try listing([]).page(
                call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
        }
        let query = try JobSearch.language.parse(q.value, asYouType: input.asYouType ?? false)
        let branches = JobSearch.branches(query, filters: filters, for: principal)
        if input.sortBy == .title {
            return try listing([JobSearch.condition(branches, in: call.transaction)]).page(
                call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
        }
        return try SearchListing(
            collection: EngineSchema.jobSearch, columns: JobReading.columns, join: "JOIN job j ON j.row_no = ",
            moreJoins: JobReading.joins, idColumn: "j.id", branches: branches,
            descending: input.sortOrder != .ascending
        ).page(call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
    }

    private func listing(_ conditions: [SQL]) -> Listing {
        let byTitle = input.sortBy == .title
        return Listing(
            columns: JobReading.columns, source: JobReading.source,
            conditions: [JobVisibility.condition(principal)] + (byTitle ? [] : filters) + conditions,
            filters: byTitle ? filters : [],
            orderColumn: byTitle ? "j.title_folded" : "j.created_at", idColumn: "j.id",
            descending: byTitle ? input.sortOrder == .descending : input.sortOrder != .ascending,
            orderName: byTitle ? "title" : "created_at")
    }

    /// Who looks after a job is hidden from the public; an employer may ask it of its own company's jobs only.
    private static func owned(by owner: Consultant.ID, _ principal: Principal) throws -> SQL {
        if principal.isStaff { return "j.owner_consultant_id = \(owner)" }
        guard principal.role == .employer, let company = principal.companyID else {
            throw Problem.invalid(
                field: "owner_consultant_id", code: "not_allowed",
                Phrase(en: "is not a filter for you", fr: "ce filtre ne vous est pas ouvert"))
        }
        return "(j.owner_consultant_id = \(owner) AND j.company_id = \(company))"
    }
}

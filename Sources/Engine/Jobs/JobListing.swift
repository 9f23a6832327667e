import Domain
import Storage

/// The list of jobs that a caller asked for: its filters inside what it may see.
struct JobListing {
    private let input: ListJobs
    private let principal: Principal
    /// The filters but that of the status.
    private let filters: [SQL]

    init(_ input: ListJobs, for principal: Principal) throws {
        self.input = input
        self.principal = principal
        var filters: [SQL] = []
        if let company = input.companyID { filters.append("j.company_id = \(company)") }
        if let owner = input.ownerConsultantID { filters.append(try Self.owned(by: owner, principal)) }
        if let type = input.employmentType { filters.append("j.employment_type = \(type)") }
        if let workplace = input.workplace { filters.append("j.workplace = \(workplace)") }
        if let country = input.countryCode { filters.append("j.country_code = \(country)") }
        self.filters = filters
    }

    /// So many keys are put into a statement.
    private static let fewKeys = 1_000

    private var allFilters: [SQL] { (input.status.map { ["j.status = \($0)"] } ?? []) + filters }

    func page(in call: Call) throws -> Page<JobView> {
        let read = { (columns: inout Columns) in try JobReading.read(&columns, for: principal) }
        guard let q = input.q else {
            return try listing().page(
                call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
        }
        let query = try JobSearch.language.parse(q.value, asYouType: input.asYouType ?? false)
        let search = SearchListing(
            collection: EngineSchema.jobSearch, columns: JobReading.columns, join: "JOIN job j ON j.row_no = ",
            moreJoins: JobReading.joins, idColumn: "j.id",
            branches: JobSearch.branches(query, filters: allFilters, for: principal),
            descending: input.sortOrder != .ascending)
        guard input.sortBy == .title else {
            return try search.page(
                call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
        }
        // Whoever may not see all rows has each match looked at; the few that are left are not looked for again.
        if !principal.isStaff, let keys = try search.keys(call.transaction, upTo: Self.fewKeys) {
            return try listing(parts: [["j.row_no IN \(list: keys)"]], way: .sort, count: (keys.count, true))
                .page(call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
        }
        let count = try search.count(call.transaction, upTo: Listing.countLimit)
        let isFew = count.total <= Listing.few
        return try listing(
            parts: JobSearch.parts(search.branches, few: isFew, in: call.transaction), way: isFew ? .sort : .walk,
            count: count
        ).page(call, page: input.page, size: input.pageSize, cursor: input.cursor, read: read)
    }

    /// The list in the order of a column.
    private func listing() -> Listing {
        guard principal.isStaff else { return listing(parts: visibleParts, way: .walk, count: nil) }
        var listing = self.listing(parts: [[JobVisibility.condition(principal)]], way: nil, count: nil)
        if input.sortBy == .title { listing.filters = allFilters } else { listing.conditions = allFilters }
        return listing
    }

    /// For those who are not staff: what is published is little, and its index has the columns that cut it, so that no
    /// other index should be looked at.
    private var visibleParts: [[SQL]] {
        func hidden(_ filters: [SQL]) -> [SQL] { filters.map { "((\($0)) IS TRUE)" } }
        var parts: [[SQL]] = []
        if input.status == nil || input.status == .open {
            parts.append(JobVisibility.ofAnybody(principal) + hidden(filters))
        }
        if let own = JobVisibility.own(principal) { parts.append(own + hidden(allFilters)) }
        return parts.isEmpty ? [["1 = 0"]] : parts
    }

    private func listing(parts: [[SQL]], way: Listing.Way?, count: (total: Int, exact: Bool)?) -> Listing {
        let byTitle = input.sortBy == .title
        return Listing(
            columns: JobReading.columns, source: JobReading.source, origin: "job j", conditions: [], parts: parts,
            way: way,
            orderColumn: byTitle ? "j.title_folded" : "j.created_at", idColumn: "j.id",
            descending: byTitle ? input.sortOrder == .descending : input.sortOrder != .ascending,
            orderName: byTitle ? "title" : "created_at", knownTotal: count)
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

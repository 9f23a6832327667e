import Domain
import JSON
import Storage

/// Companies that the caller may see, newest first.
public struct ListCompanies: RouteOperation {
    public static let contract = Contract(
        "companies.list", .get, "/companies", access: .signedIn, effect: .read,
        Phrase(en: "List companies", fr: "Lister les entreprises"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    /// Part of the name, without regard to case and accents.
    public var q: Text<200>?
    /// Staff only.
    public var status: Company.Status?
    /// Staff only.
    public var ownerConsultantID: Consultant.ID?
    public var industry: Text<120>?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, status: Company.Status? = nil, ownerConsultantID: Consultant.ID? = nil,
        industry: Text<120>? = nil, sortBy: SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.status = status
        self.ownerConsultantID = ownerConsultantID
        self.industry = industry
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<CompanyView> {
        try checkFilters(call.principal)
        var conditions = [CompanyVisibility.condition(call.principal)]
        if let q { conditions.append("c.name_folded LIKE \(LikePattern.containing(Folding.key(q.value))) ESCAPE '\\'") }
        if let status { conditions.append("c.status = \(status)") }
        if let ownerConsultantID { conditions.append("c.owner_consultant_id = \(ownerConsultantID)") }
        if let industry { conditions.append("c.industry = \(industry)") }
        let byName = sortBy == .name
        let listing = Listing(
            columns: CompanyReading.columns, source: "company c", conditions: conditions,
            orderColumn: byName ? "c.name_folded" : "c.created_at", idColumn: "c.id",
            descending: byName ? sortOrder == .descending : sortOrder != .ascending,
            orderName: byName ? "name" : "created_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try CompanyReading.read(&columns, for: call.principal)
        }
    }

    /// Filters on what the caller does not see would tell it.
    private func checkFilters(_ principal: Principal) throws {
        guard !principal.isStaff else { return }
        for (field, isUsed) in [("status", status != nil), ("owner_consultant_id", ownerConsultantID != nil)]
        where isUsed {
            throw Problem.invalid(
                field: field, code: "not_allowed",
                Phrase(en: "is not a filter for you", fr: "ce filtre ne vous est pas ouvert"))
        }
    }
}

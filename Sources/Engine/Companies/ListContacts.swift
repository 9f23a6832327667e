import Domain
import JSON
import Storage

/// The contacts of a company, newest first.
public struct ListContacts: RouteOperation {
    public static let contract = Contract(
        "companies.contacts.list", .get, "/companies/{company_id}/contacts",
        access: .roles(employer: .own, admin: .yes), effect: .read,
        Phrase(en: "Get company contacts", fr: "Contacts d’une entreprise"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    public var companyID: Company.ID
    public var leftCompany: Bool?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        companyID: Company.ID, leftCompany: Bool? = nil, sortBy: SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.companyID = companyID
        self.leftCompany = leftCompany
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ContactView> {
        try CompanyVisibility.requireFull(companyID, in: call)
        var conditions: [SQL] = ["t.company_id = \(companyID)", "t.deleted_at IS NULL"]
        if let leftCompany { conditions.append("t.left_company = \(leftCompany)") }
        let byName = sortBy == .name
        let listing = Listing(
            columns: ContactReading.columns, source: "contact t", conditions: conditions,
            orderColumn: byName ? "t.name_folded" : "t.created_at", idColumn: "t.id",
            descending: byName ? sortOrder == .descending : sortOrder != .ascending,
            orderName: byName ? "name" : "created_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor, read: ContactReading.read)
    }
}

import Domain
import JSON
import Storage

/// The accounts that belong to a company, newest first.
public struct ListEmployees: RouteOperation {
    public static let contract = Contract(
        "companies.employees", .get, "/companies/{company_id}/employees",
        access: .roles(employer: .own, admin: .yes), effect: .read,
        Phrase(en: "Company employees", fr: "Personnel d’une entreprise"))

    public var companyID: Company.ID
    public var status: User.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        companyID: Company.ID, status: User.Status? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.companyID = companyID
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<EmployeeView> {
        try CompanyVisibility.requireFull(companyID, in: call)
        var conditions: [SQL] = ["u.company_id = \(companyID)", "u.deleted_at IS NULL"]
        if let status { conditions.append("u.status = \(status)") }
        // A company has few: they are found by it and sorted, instead of walking all accounts in order of time.
        let listing = Listing(
            columns: "u.id, u.first_name, u.last_name, u.email, u.phone, u.role, u.status, u.created_at",
            source: "user_account u", conditions: conditions, orderColumn: "(u.created_at + 0)", idColumn: "u.id",
            descending: true, orderName: "created_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            EmployeeView(
                id: try columns.next(), firstName: try columns.next(), lastName: try columns.next(),
                email: try columns.next(), phone: try columns.next(), role: try columns.next(),
                status: try columns.next(), createdAt: try columns.next())
        }
    }
}

/// An account of a company, as its colleagues and the agency see it.
public struct EmployeeView: Codable, Sendable, Equatable {
    public var id: User.ID
    public var firstName: String
    public var lastName: String
    public var email: String
    public var phone: String?
    public var role: Role
    public var status: User.Status
    public var createdAt: Instant
}

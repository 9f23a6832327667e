import Domain
import JSON
import Storage

/// Accounts that are not in the trash, newest first.
public struct ListUsers: RouteOperation {
    public static let contract = Contract(
        "users.list", .get, "/users", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "List users (with pagination/filter)", fr: "Lister et filtrer les comptes"))

    /// A search (`SearchLanguage`) in names and addresses; the last word may be the beginning of one.
    public var q: Text<200>?
    public var role: Role?
    public var status: User.Status?
    public var companyID: Company.ID?
    public var isVerified: Bool?
    public var sortBy: UserSortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, role: Role? = nil, status: User.Status? = nil, companyID: Company.ID? = nil,
        isVerified: Bool? = nil, sortBy: UserSortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.role = role
        self.status = status
        self.companyID = companyID
        self.isVerified = isVerified
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<UserView> {
        let filter = UserFilter(q: q, role: role, status: status, companyID: companyID, isVerified: isVerified)
        return try UserListing(
            columns: UserReading.columns, filter: filter, conditions: [UserVisibility.condition(call.principal)],
            sortBy: sortBy, sortOrder: sortOrder
        ).page(call, page: page, size: pageSize, cursor: cursor, read: UserReading.read)
    }
}

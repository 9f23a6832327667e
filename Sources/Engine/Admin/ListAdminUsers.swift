import Domain
import JSON
import Storage

/// Accounts with what concerns their safety: failed logins, locks, open sessions; on request those in the trash.
public struct ListAdminUsers: RouteOperation {
    public static let contract = Contract(
        "admin.users", .get, "/admin/users", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "Manage all users", fr: "Gérer tous les comptes"))

    /// A search (`SearchLanguage`) in names and addresses; the last word may be the beginning of one.
    public var q: Text<200>?
    public var role: Role?
    public var status: User.Status?
    public var companyID: Company.ID?
    public var isVerified: Bool?
    /// Those that are locked now after wrong passwords.
    public var isLocked: Bool?
    /// Those in the trash, instead of the others.
    public var isDeleted: Bool?
    public var sortBy: UserSortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, role: Role? = nil, status: User.Status? = nil, companyID: Company.ID? = nil,
        isVerified: Bool? = nil, isLocked: Bool? = nil, isDeleted: Bool? = nil, sortBy: UserSortField? = nil,
        sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.q = q
        self.role = role
        self.status = status
        self.companyID = companyID
        self.isVerified = isVerified
        self.isLocked = isLocked
        self.isDeleted = isDeleted
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<AdminUserView> {
        let filter = UserFilter(
            q: q, role: role, status: status, companyID: companyID, isVerified: isVerified, isInTrash: isDeleted == true
        )
        var conditions: [SQL] = isDeleted == true ? [] : ["u.deleted_at IS NULL"]
        var rare: [SQL] = isDeleted == true ? ["u.deleted_at IS NOT NULL"] : []
        switch isLocked {
        case true: rare.append("u.locked_until > \(call.now)")
        case false: conditions.append("(u.locked_until IS NULL OR u.locked_until <= \(call.now))")
        case nil: break
        }
        return try UserListing(
            columns: AdminUserReading.columns(now: call.now), filter: filter, conditions: conditions, rare: rare,
            sortBy: sortBy, sortOrder: sortOrder
        ).page(call, page: page, size: pageSize, cursor: cursor, read: AdminUserReading.read)
    }
}

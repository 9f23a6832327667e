import Domain
import Storage

/// An account as administrators, and its holder, see it.
public struct UserView: Codable, Sendable, Equatable {
    public var id: User.ID
    public var email: String
    public var firstName: String
    public var lastName: String
    public var role: Role
    public var status: User.Status
    /// An employer's company.
    public var companyID: Company.ID?
    public var companyName: String?
    /// The company that an employer named when it registered, until it is linked to one.
    public var requestedCompany: String?
    /// The profile that belongs to the role.
    public var candidateID: Candidate.ID?
    public var consultantID: Consultant.ID?
    public var locale: String
    public var timezone: String
    public var phone: String?
    public var emailVerifiedAt: Instant?
    public var lastLoginAt: Instant?
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
}

/// Reads accounts.
enum UserReading {
    static let columns: SQL = """
        u.id, u.email, u.first_name, u.last_name, u.role, u.status, u.company_id, c.name, u.requested_company, p.id,
        k.id, u.locale, u.timezone, u.phone, u.email_verified_at, u.last_login_at, u.created_at, u.updated_at, u.version
        """

    static let source: SQL = "user_account u \(joins)"

    /// What is read beside the account `u`.
    static let joins: SQL = """
        LEFT JOIN company c ON c.id = u.company_id AND u.role = 'employer'
        LEFT JOIN candidate p ON p.user_id = u.id AND p.deleted_at IS NULL AND u.role = 'candidate'
        LEFT JOIN consultant k ON k.user_id = u.id AND k.deleted_at IS NULL AND u.role = 'consultant'
        """

    static func read(_ columns: inout Columns) throws -> UserView {
        var view = UserView(
            id: try columns.next(), email: try columns.next(), firstName: try columns.next(),
            lastName: try columns.next(), role: try columns.next(), status: try columns.next(),
            companyID: try columns.next(), companyName: try columns.next(), requestedCompany: try columns.next(),
            candidateID: try columns.next(), consultantID: try columns.next(), locale: try columns.next(),
            timezone: try columns.next(), phone: try columns.next(), emailVerifiedAt: try columns.next(),
            lastLoginAt: try columns.next(), createdAt: try columns.next(), updatedAt: try columns.next(),
            version: try columns.next())
        if view.role != .employer { view.companyID = nil }
        return view
    }

    /// Throws 404 for an account that is not there for the caller.
    static func one(_ id: User.ID, in call: Call) throws -> UserView {
        let found = try call.transaction.first(
            """
            SELECT \(columns) FROM \(source)
            WHERE u.id = \(id) AND \(UserVisibility.condition(call.principal))
            """, read)
        guard let found else { throw UserVisibility.notFound(id) }
        return found
    }
}

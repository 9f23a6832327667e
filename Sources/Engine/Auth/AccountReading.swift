import Domain
import Storage

/// Reads an account as its owner sees it.
enum AccountReading {
    /// Throws 401 for an account that is gone.
    static func one(_ id: User.ID, in transaction: any Transaction) throws -> AccountView {
        let view = try transaction.first(
            """
            SELECT u.id, u.email, u.first_name, u.last_name, u.role, u.status, u.company_id, c.id, k.id, u.locale,
            u.timezone, u.phone, u.email_verified_at, u.last_login_at, u.created_at, u.updated_at, u.version
            FROM user_account u
            LEFT JOIN candidate c ON c.user_id = u.id AND c.deleted_at IS NULL AND u.role = 'candidate'
            LEFT JOIN consultant k ON k.user_id = u.id AND k.deleted_at IS NULL AND u.role = 'consultant'
            WHERE u.id = \(id) AND u.deleted_at IS NULL
            """
        ) { columns in
            AccountView(
                id: try columns.next(), email: try columns.next(), firstName: try columns.next(),
                lastName: try columns.next(), role: try columns.next(), status: try columns.next(),
                companyID: try columns.next(), candidateID: try columns.next(), consultantID: try columns.next(),
                locale: try columns.next(), timezone: try columns.next(), phone: try columns.next(),
                emailVerifiedAt: try columns.next(), lastLoginAt: try columns.next(), createdAt: try columns.next(),
                updatedAt: try columns.next(), version: try columns.next())
        }
        guard var view else { throw Problem.unauthenticated }
        if view.role != .employer { view.companyID = nil }
        return view
    }
}

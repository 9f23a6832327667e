import Domain
import Storage

/// What the lists of accounts are cut by.
struct UserFilter {
    var q: Text<200>?
    var role: Role?
    var status: User.Status?
    var companyID: Company.ID?
    var isVerified: Bool?

    /// Whether accounts in the trash are asked for. They are few, and not in the index.
    var isInTrash = false

    /// What the index is asked for; `nil` where nothing is searched or not in the index.
    func query() throws(Problem) -> SearchQuery? {
        guard let q, !isInTrash else { return nil }
        return try UserSearchDocument.language.parse(q.value, asYouType: true)
    }

    /// Conditions on `user_account u`.
    var conditions: [SQL] {
        var conditions: [SQL] = []
        if isInTrash {
            for word in (q?.value ?? "").split(whereSeparator: \.isWhitespace) {
                let name = LikePattern.containing(Folding.key(String(word)))
                let address = LikePattern.containing(word.lowercased())
                conditions.append(
                    "(u.name_folded LIKE \(name) ESCAPE '\\' OR LOWER(u.email) LIKE \(address) ESCAPE '\\')")
            }
        }
        if let role { conditions.append("u.role = \(role)") }
        if let status { conditions.append("u.status = \(status)") }
        if let companyID { conditions.append("u.company_id = \(companyID) AND u.role = 'employer'") }
        if let isVerified {
            conditions.append(isVerified ? "u.email_verified_at IS NOT NULL" : "u.email_verified_at IS NULL")
        }
        return conditions
    }
}

/// What the lists of accounts are sorted by.
public enum UserSortField: String, Codable, Sendable, CaseIterable {
    case createdAt = "created_at"
    case name, email
    case lastLoginAt = "last_login_at"

    var column: SQL {
        switch self {
        case .createdAt: "u.created_at"
        case .name: "u.name_folded"
        case .email: "u.email_folded"
        // Whoever never signed in comes before everybody who did.
        case .lastLoginAt: "COALESCE(u.last_login_at, 0)"
        }
    }

    /// Names and addresses from A, times from the newest, unless asked otherwise.
    func descends(_ order: SortOrder?) -> Bool {
        switch self {
        case .name, .email: order == .descending
        case .createdAt, .lastLoginAt: order != .ascending
        }
    }
}

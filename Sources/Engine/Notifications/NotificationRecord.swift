import Domain
import Storage

/// Something that people are told inside the product.
public enum NotificationRecord {
    public typealias ID = Identifier<NotificationRecord>

    public enum Level: String, Sendable, Codable, CaseIterable, SQLCodable { case info, success, warning, error }

    /// To whom it is said: everybody, or everybody of a role. What is said to admins is said to superadmins too.
    public enum Audience: String, Sendable, Codable, CaseIterable, SQLCodable {
        case everyone, candidate, employer, consultant, admin, superadmin
    }
}

/// Where notifications lie: one inbox for everybody, one a role, one a person. A notification lies in exactly one, so
/// telling a hundred thousand people is one row.
enum Inbox {
    static func name(of audience: NotificationRecord.Audience) -> String {
        audience == .everyone ? "everyone" : "role:\(audience.rawValue)"
    }

    static func name(of user: User.ID) -> String { "user:\(user)" }

    /// Those that a caller reads.
    static func names(for principal: Principal) throws -> [String] {
        guard let user = principal.userID, let role = principal.role else { throw Problem.unauthenticated }
        var names = ["everyone", "role:\(role.rawValue)", name(of: user)]
        if role == .superadmin { names.append(name(of: .admin)) }
        return names
    }
}

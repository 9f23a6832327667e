import Domain
import JSON
import Storage

/// Changes an account. Its holder changes names, language, time zone and telephone; role, status and company are for
/// administrators. Linking a waiting employer to a company accepts it.
public struct UpdateUser: RouteOperation {
    public static let contract = Contract(
        "users.update", .put, "/users/{user_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Update user", fr: "Modifier un compte"))

    /// The roles that an administrator gives. `superadmin.createAdminUser` makes administrators.
    public enum GivenRole: String, Codable, Sendable, CaseIterable {
        case candidate, employer, consultant

        var role: Role {
            switch self {
            case .candidate: .candidate
            case .employer: .employer
            case .consultant: .consultant
            }
        }
    }

    public var userID: User.ID
    public var firstName: Text<120>?
    public var lastName: Text<120>?
    public var locale: LocaleName?
    public var timezone: TimeZoneName?
    public var phone: Patch<Text<40>>
    public var role: GivenRole?
    public var status: User.Status?
    /// The company of an employer.
    public var companyID: Company.ID?
    public var expectedVersion: Int?

    public init(
        userID: User.ID, firstName: Text<120>? = nil, lastName: Text<120>? = nil, locale: LocaleName? = nil,
        timezone: TimeZoneName? = nil, phone: Patch<Text<40>> = .keep, role: GivenRole? = nil,
        status: User.Status? = nil, companyID: Company.ID? = nil, expectedVersion: Int? = nil
    ) {
        self.userID = userID
        self.firstName = firstName
        self.lastName = lastName
        self.locale = locale
        self.timezone = timezone
        self.phone = phone
        self.role = role
        self.status = status
        self.companyID = companyID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> UserView {
        if let companyID { try UserRules.requireCompany(companyID, in: call) }
        let before = try UserReading.one(userID, in: call)
        let changesOffice = role != nil || status != nil || companyID != nil
        if changesOffice || before.id != call.principal.userID {
            try UserVisibility.requireManager(of: before, call.principal)
        }
        try StaleVersion.check(expectedVersion, current: before.version, "user", userID)
        var wanted = before
        if let firstName { wanted.firstName = firstName.value }
        if let lastName { wanted.lastName = lastName.value }
        if let locale { wanted.locale = locale.value }
        if let timezone { wanted.timezone = timezone.value }
        wanted.phone = phone.text(before.phone)
        if changesOffice { try changeOffice(&wanted, before, in: call) }
        return try UserRules.write(wanted, over: before, in: call)
    }

    private func changeOffice(_ wanted: inout UserView, _ before: UserView, in call: Call) throws {
        if let role { wanted.role = role.role }
        if wanted.role != .employer {
            guard companyID == nil else {
                throw Problem.invalid(
                    field: "company_id", code: "not_allowed",
                    Phrase(en: "only an employer belongs to a company", fr: "réservé aux employeurs"))
            }
            wanted.companyID = nil
        } else if let companyID {
            wanted.companyID = companyID
            if before.status == .pending { wanted.status = .active }
        }
        if let status { wanted.status = status }
        try UserRules.check(wanted, after: before, in: call)
    }
}

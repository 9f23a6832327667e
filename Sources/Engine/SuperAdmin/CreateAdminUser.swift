import Domain
import JSON
import Storage

/// A new administrator. Without a password its holder gets a mail with which to choose one.
public struct CreateAdminUser: RouteOperation {
    public static let contract = Contract(
        "superadmin.createAdminUser", .post, "/superadmin/admin-users", access: .roles(superadmin: .yes),
        effect: .write, Phrase(en: "Create admin users", fr: "Créer un compte d’administrateur"), success: 201)

    public enum AdminRole: String, Codable, Sendable, CaseIterable, DefaultedInput {
        case admin, superadmin

        public static let defaultInput = AdminRole.admin
    }

    public var email: EmailAddress
    public var firstName: Text<120>
    public var lastName: Text<120>
    public var role: AdminRole
    public var password: NewPassword?
    public var locale: LocaleName?
    public var timezone: TimeZoneName?
    public var phone: Text<40>?

    public init(
        email: EmailAddress, firstName: Text<120>, lastName: Text<120>, role: AdminRole = .defaultInput,
        password: NewPassword? = nil, locale: LocaleName? = nil, timezone: TimeZoneName? = nil,
        phone: Text<40>? = nil
    ) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.password = password
        self.locale = locale
        self.timezone = timezone
        self.phone = phone
    }

    public struct Prepared: Sendable {
        let hash: String?
        let token: AccountToken
    }

    public var auditedInput: JSONValue? { ["email": .string(email.value), "role": .string(role.rawValue)] }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        if var fault = password?.fault(for: email) {
            fault.field = "password"
            throw Problem.invalid([fault])
        }
        let hash = try password.map {
            try preparation.passwords.hash($0.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
        }
        return Prepared(hash: hash, token: AccountToken(random: preparation.entropy.bytes(AccountToken.length)))
    }

    public func perform(in call: Call, prepared: Prepared) throws -> UserView {
        if let holder = try NewAccount.holder(of: email, in: call.transaction) {
            throw CreateUser.taken(email, holder)
        }
        let account = NewAccount(
            email: email, passwordHash: prepared.hash ?? NewAccount.noPassword, firstName: firstName.value,
            lastName: lastName.value, role: role == .superadmin ? .superadmin : .admin, status: .active,
            locale: locale, timezone: timezone, phone: phone?.value)
        let id = try account.insert(in: call)
        if prepared.hash == nil {
            try AccountMail(to: AccountReading.one(id, in: call.transaction), in: call).invitation(prepared.token)
        }
        call.note("user", id, after: account.audited)
        return try UserReading.one(id, in: call)
    }
}

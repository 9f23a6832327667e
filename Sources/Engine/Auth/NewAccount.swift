import Domain
import JSON
import Storage

/// The row of an account that is being made: by registering, by an import, by an administrator.
public struct NewAccount {
    /// What stands in the place of a hash while nobody has chosen a password: no password matches it.
    static let noPassword = "!"

    var email: EmailAddress
    var passwordHash: String
    var firstName: String
    var lastName: String
    var role: Role
    var status: User.Status
    var companyID: Company.ID?
    var requestedCompany: String?
    var locale: LocaleName?
    var timezone: TimeZoneName?
    var phone: String?
    /// Whether the address is known to be the holder's.
    var isVerified = false

    /// The key by which accounts are sorted and searched by name.
    public static func nameKey(_ firstName: String, _ lastName: String) -> String {
        Folding.key("\(lastName) \(firstName)")
    }

    /// Whose the address is, among accounts that are not in the trash.
    static func holder(of email: EmailAddress, in transaction: any Transaction) throws -> User.ID? {
        try transaction.value(
            "SELECT id FROM user_account WHERE email_folded = \(email.folded) AND deleted_at IS NULL")
    }

    func insert(in call: Call) throws -> User.ID {
        let id: User.ID = call.newID()
        let settings = WorkspaceSettings(in: call.transaction)
        let locale = try locale?.value ?? settings.text(.defaultLocale) ?? "en"
        let timezone = try timezone?.value ?? settings.text(.defaultTimezone) ?? "UTC"
        try call.transaction.execute(
            """
            INSERT INTO user_account (id, created_at, updated_at, created_by, version, row_seq, email, email_folded,
            password_hash, first_name, last_name, name_folded, role, status, company_id, requested_company, locale,
            timezone, phone, email_verified_at, failed_logins, token_epoch)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(call.rowSequence()), \(email),
            \(email.folded), \(passwordHash), \(firstName), \(lastName), \(Self.nameKey(firstName, lastName)), \(role),
            \(status), \(companyID), \(requestedCompany), \(locale), \(timezone), \(phone),
            \(isVerified ? call.now : nil), 0, 1)
            """)
        try UserSearchDocument.refresh(id, in: call.transaction)
        return id
    }

    /// What the audit log keeps of it.
    var audited: JSONValue {
        var entry = JSONObject()
        entry["email"] = .string(email.value)
        entry["role"] = .string(role.rawValue)
        entry["status"] = .string(status.rawValue)
        if let companyID { entry["company_id"] = .string(companyID.description) }
        return .object(entry)
    }
}

import Domain
import JSON
import Storage

/// A new account of a candidate, an employer or a consultant, open at once. Its holder gets a mail with which to choose
/// the password.
public struct CreateUser: RouteOperation {
    public static let contract = Contract(
        "users.create", .post, "/users", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create user", fr: "Créer un compte"), success: 201,
        isContract: false)

    public var email: EmailAddress
    public var firstName: Text<120>
    public var lastName: Text<120>
    public var role: UpdateUser.GivenRole
    /// An employer's company by its identifier, or …
    public var companyID: Company.ID?
    /// … by its name, which has to be that of exactly one.
    public var company: Text<200>?
    public var locale: LocaleName?
    public var timezone: TimeZoneName?
    public var phone: Text<40>?

    public init(
        email: EmailAddress, firstName: Text<120>, lastName: Text<120>, role: UpdateUser.GivenRole,
        companyID: Company.ID? = nil, company: Text<200>? = nil, locale: LocaleName? = nil,
        timezone: TimeZoneName? = nil, phone: Text<40>? = nil
    ) {
        self.email = email
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.companyID = companyID
        self.company = company
        self.locale = locale
        self.timezone = timezone
        self.phone = phone
    }

    public func prepare(in preparation: Preparation) throws -> AccountToken {
        AccountToken(random: preparation.entropy.bytes(AccountToken.length))
    }

    public func perform(in call: Call, prepared: AccountToken) throws -> UserView {
        if let holder = try NewAccount.holder(of: email, in: call.transaction) { throw Self.taken(email, holder) }
        let (id, account) = try create(inviting: prepared, in: call)
        call.note("user", id, after: account.audited)
        return try UserReading.one(id, in: call)
    }

    /// Makes the row and the mail; the import uses it too.
    func create(inviting token: AccountToken, in call: Call) throws -> (User.ID, NewAccount) {
        let account = NewAccount(
            email: email, passwordHash: NewAccount.noPassword, firstName: firstName.value, lastName: lastName.value,
            role: role.role, status: .active, companyID: try employer(in: call), locale: locale, timezone: timezone,
            phone: phone?.value)
        let id = try account.insert(in: call)
        try AccountMail(to: AccountReading.one(id, in: call.transaction), in: call).invitation(token)
        return (id, account)
    }

    private func employer(in call: Call) throws -> Company.ID? {
        guard role == .employer else {
            guard companyID == nil, company == nil else {
                throw Problem.invalid(
                    field: companyID == nil ? "company" : "company_id", code: "not_allowed",
                    Phrase(en: "only an employer belongs to a company", fr: "réservé aux employeurs"))
            }
            return nil
        }
        if let companyID {
            try UserRules.requireCompany(companyID, in: call)
            return companyID
        }
        guard let company else {
            throw Problem.invalid(
                field: "company_id", code: "required",
                Phrase(en: "is required for an employer", fr: "obligatoire pour un employeur"))
        }
        let found: [Company.ID] = try call.transaction.column(
            """
            SELECT id FROM company WHERE name_folded = \(Folding.key(company.value)) AND deleted_at IS NULL
            ORDER BY id LIMIT 2
            """)
        guard found.count == 1 else {
            throw Problem.invalid(
                field: "company", code: found.isEmpty ? "not_found" : "ambiguous",
                found.isEmpty
                    ? Phrase(en: "is no company", fr: "cette entreprise n’existe pas")
                    : Phrase(
                        en: "is the name of several companies: give company_id",
                        fr: "plusieurs entreprises portent ce nom : indiquez company_id"))
        }
        return found[0]
    }

    static func taken(_ email: EmailAddress, _ holder: User.ID) -> Problem {
        Problem.conflict(
            Phrase(
                en: "The address \(email.value) has an account already.",
                fr: "L’adresse \(email.value) a déjà un compte."),
            members: ["user_id": .string(holder.description)])
    }
}

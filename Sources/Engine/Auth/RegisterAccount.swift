import Domain
import JSON
import Storage

/// Makes an account for whoever asks: a candidate's, which opens when its address has been confirmed, or an employer's,
/// which besides waits for an administrator to link it to a company. The answer is the same where the address has an
/// account already: only who reads its mail learns that.
public struct RegisterAccount: RouteOperation {
    public static let contract = Contract(
        "auth.register", .post, "/auth/register", access: .everyone, effect: .write,
        Phrase(en: "User registration", fr: "Créer son compte"), success: 201)

    /// The roles that nobody has to give.
    public enum RegisteredRole: String, Codable, Sendable, CaseIterable, DefaultedInput {
        case candidate, employer

        public static let defaultInput = RegisteredRole.candidate

        var role: Role { self == .employer ? .employer : .candidate }
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var email: String
        public var role: RegisteredRole
        /// What happens next, in the caller's language.
        public var message: String
    }

    public var email: EmailAddress
    public var password: NewPassword
    public var firstName: Text<120>
    public var lastName: Text<120>
    public var role: RegisteredRole
    /// For an employer: the company it says it belongs to.
    public var companyName: Text<200>?
    public var phone: Text<40>?
    public var locale: LocaleName?
    public var timezone: TimeZoneName?
    /// Where the workspace asks for one.
    public var invitationCode: SecretText?

    public init(
        email: EmailAddress, password: NewPassword, firstName: Text<120>, lastName: Text<120>,
        role: RegisteredRole = .defaultInput, companyName: Text<200>? = nil, phone: Text<40>? = nil,
        locale: LocaleName? = nil, timezone: TimeZoneName? = nil, invitationCode: SecretText? = nil
    ) {
        self.email = email
        self.password = password
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.companyName = companyName
        self.phone = phone
        self.locale = locale
        self.timezone = timezone
        self.invitationCode = invitationCode
    }

    public struct Prepared: Sendable {
        let hash: String
        let token: AccountToken
    }

    public var auditedInput: JSONValue? { ["email": .string(email.value), "role": .string(role.rawValue)] }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        if var fault = password.fault(for: email) {
            fault.field = "password"
            throw Problem.invalid([fault])
        }
        if role == .employer, companyName == nil {
            throw Problem.invalid(
                field: "company_name", code: "required",
                Phrase(en: "is required for an employer", fr: "obligatoire pour un employeur"))
        }
        // Before the hashing, so that a closed door costs a stranger's flood nothing; and again inside.
        try preparation.database.read { try checkDoor(in: $0) }
        let hash = try preparation.passwords.hash(
            password.value, salt: preparation.entropy.bytes(PasswordHasher.saltLength))
        return Prepared(hash: hash, token: AccountToken(random: preparation.entropy.bytes(AccountToken.length)))
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer {
        try checkDoor(in: call.transaction)
        try RateLimit.registration.take(email.folded, in: call)
        if let holder = try NewAccount.holder(of: email, in: call.transaction) {
            try AccountMail(to: AccountReading.one(holder, in: call.transaction), in: call).alreadyRegistered()
        } else {
            try make(prepared, in: call)
        }
        return answer(call.principal.language)
    }

    private func make(_ prepared: Prepared, in call: Call) throws {
        let account = NewAccount(
            email: email, passwordHash: prepared.hash, firstName: firstName.value, lastName: lastName.value,
            role: role.role, status: .pending, requestedCompany: role == .employer ? companyName?.value : nil,
            locale: locale, timezone: timezone, phone: phone?.value)
        let user = try account.insert(in: call)
        try AccountMail(to: AccountReading.one(user, in: call.transaction), in: call).verification(prepared.token)
        call.note("user", user, after: account.audited)
    }

    /// Throws 403 where people do not register by themselves, or not without a code that this is not.
    private func checkDoor(in transaction: any Transaction) throws {
        let settings = WorkspaceSettings(in: transaction)
        guard try settings.isOn(.registrationIsOpen) else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Registration is closed. Ask the agency for an account.",
                    fr: "L’inscription est fermée. Demandez un compte au cabinet."))
        }
        guard let code = try settings.text(.invitationCode) else { return }
        guard let given = invitationCode?.value, SHA256.hash(Array(given.utf8)) == SHA256.hash(Array(code.utf8)) else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Registration needs the invitation code that the agency gives out.",
                    fr: "L’inscription demande le code d’invitation que donne le cabinet."))
        }
    }

    private func answer(_ language: Language) -> Answer {
        let message =
            role == .candidate
            ? Phrase(
                en: "A mail is on its way: confirm the address with it, then sign in.",
                fr: "Un courrier part : confirmez l’adresse grâce à lui, puis connectez-vous.")
            : Phrase(
                en: "A mail is on its way: confirm the address with it. An administrator then accepts the account.",
                fr: "Un courrier part : confirmez l’adresse grâce à lui. Un administrateur accepte ensuite le compte.")
        return Answer(email: email.value, role: role, message: message[language])
    }
}

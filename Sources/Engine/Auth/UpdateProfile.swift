import Domain
import JSON
import Storage

/// Changes the caller's own account: names, language, time zone, telephone. What is absent stays as it is. Role, status
/// and company need an administrator.
public struct UpdateProfile: RouteOperation {
    public static let contract = Contract(
        "auth.updateProfile", .put, "/auth/profile", access: .signedIn, effect: .write,
        Phrase(en: "Update user profile", fr: "Modifier son compte"))

    public var firstName: Text<120>?
    public var lastName: Text<120>?
    public var locale: LocaleName?
    public var timezone: TimeZoneName?
    public var phone: Patch<Text<40>>
    /// The version that the caller has seen; 409 where it is not the current one.
    public var expectedVersion: Int?

    public init(
        firstName: Text<120>? = nil, lastName: Text<120>? = nil, locale: LocaleName? = nil,
        timezone: TimeZoneName? = nil, phone: Patch<Text<40>> = .keep, expectedVersion: Int? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.locale = locale
        self.timezone = timezone
        self.phone = phone
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> AccountView {
        let user = try call.actor()
        let before = try AccountReading.one(user, in: call.transaction)
        try StaleVersion.check(expectedVersion, current: before.version, "user", user)
        var wanted = before
        if let firstName { wanted.firstName = firstName.value }
        if let lastName { wanted.lastName = lastName.value }
        if let locale { wanted.locale = locale.value }
        if let timezone { wanted.timezone = timezone.value }
        wanted.phone = phone.text(before.phone)
        guard let changes = try ChangedFields.between(before, wanted) else { return before }
        try call.transaction.execute(
            """
            UPDATE user_account SET first_name = \(wanted.firstName), last_name = \(wanted.lastName),
            name_folded = \(NewAccount.nameKey(wanted.firstName, wanted.lastName)), locale = \(wanted.locale), timezone = \(wanted.timezone), phone = \(wanted.phone),
            updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()) WHERE id = \(user)
            """)
        try UserSearchDocument.refresh(user, in: call.transaction)
        call.note("user", user, before: changes.before, after: changes.after)
        return try AccountReading.one(user, in: call.transaction)
    }
}

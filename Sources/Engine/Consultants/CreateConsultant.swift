import Domain
import JSON
import Storage

/// Makes the profile of an account whose role is `consultant`.
public struct CreateConsultant: RouteOperation {
    public static let contract = Contract(
        "consultants.create", .post, "/consultants", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create consultant profile", fr: "Créer le profil d’un consultant"), success: 201)

    public var userID: User.ID
    public var title: Text<120>
    public var specialties: [Text<120>]?
    public var regions: [Text<120>]?
    /// How many candidates at a time; 50 unless said otherwise.
    public var capacity: Bounded<0, 100_000>?
    /// 0 to 100.
    public var commissionPercent: Double?
    /// `active` unless said otherwise.
    public var status: Consultant.Status?

    public init(
        userID: User.ID, title: Text<120>, specialties: [Text<120>]? = nil, regions: [Text<120>]? = nil,
        capacity: Bounded<0, 100_000>? = nil, commissionPercent: Double? = nil, status: Consultant.Status? = nil
    ) {
        self.userID = userID
        self.title = title
        self.specialties = specialties
        self.regions = regions
        self.capacity = capacity
        self.commissionPercent = commissionPercent
        self.status = status
    }

    public func perform(in call: Call) throws -> ConsultantView {
        try ConsultantRules.check(
            specialties: specialties?.count, regions: regions?.count, commissionPercent: commissionPercent)
        try checkUser(in: call)
        let id: Consultant.ID = call.newID()
        let number = try RowNumbers.next("consultant", in: call.transaction)
        try call.transaction.execute(
            """
            INSERT INTO consultant (id, created_at, updated_at, created_by, version, row_seq, row_no, user_id, title,
            specialties, regions, capacity, commission_percent, status)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()), \(number),
            \(userID), \(title), \(StoredJSON.text(of: specialties)), \(StoredJSON.text(of: regions)),
            \(capacity?.value ?? 50), \(commissionPercent), \(status ?? .active))
            """)
        let made = try ConsultantReading.find(id, in: call)
        call.note("consultant", id, after: try JSONValue(encoding: made))
        return made
    }

    private func checkUser(in call: Call) throws {
        let role: Role? = try call.transaction.value(
            "SELECT role FROM user_account WHERE id = \(userID) AND deleted_at IS NULL")
        guard role == .consultant else {
            throw Problem.invalid(
                field: "user_id", code: role == nil ? "not_found" : "invalid",
                Phrase(
                    en: "is no account with the role consultant", fr: "n’est pas un compte ayant le rôle consultant"))
        }
        let existing = try call.transaction.first("SELECT id, deleted_at FROM consultant WHERE user_id = \(userID)") {
            columns in (id: try columns.next(Consultant.ID.self), deletedAt: try columns.next(Instant?.self))
        }
        guard let existing else { return }
        throw Problem.conflict(
            existing.deletedAt == nil
                ? Phrase(en: "This account already has a consultant profile.", fr: "Ce compte a déjà un profil.")
                : Phrase(
                    en: "This account had a profile that was deleted. Restore it from the trash.",
                    fr: "Ce compte avait un profil, qui a été supprimé. Restaurez-le depuis la corbeille."),
            members: ["consultant_id": .string(existing.id.description)]
        ).about("consultant", existing.id)
    }
}

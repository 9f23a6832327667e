import Domain
import JSON
import Storage

/// Changes some fields of a consultant. A consultant changes what it says about itself; capacity, commission and
/// status are for admins.
public struct UpdateConsultant: RouteOperation {
    public static let contract = Contract(
        "consultants.update", .put, "/consultants/{consultant_id}", access: .roles(consultant: .own, admin: .yes),
        effect: .write, Phrase(en: "Update consultant", fr: "Modifier un consultant"))

    public var consultantID: Consultant.ID
    public var expectedVersion: Int?
    public var title: Text<120>?
    public var specialties: [Text<120>]?
    public var regions: [Text<120>]?
    /// Admins only, as what follows.
    public var capacity: Bounded<0, 100_000>?
    public var commissionPercent: Patch<Double>
    public var status: Consultant.Status?

    public init(
        consultantID: Consultant.ID, expectedVersion: Int? = nil, title: Text<120>? = nil,
        specialties: [Text<120>]? = nil, regions: [Text<120>]? = nil, capacity: Bounded<0, 100_000>? = nil,
        commissionPercent: Patch<Double> = .keep, status: Consultant.Status? = nil
    ) {
        self.consultantID = consultantID
        self.expectedVersion = expectedVersion
        self.title = title
        self.specialties = specialties
        self.regions = regions
        self.capacity = capacity
        self.commissionPercent = commissionPercent
        self.status = status
    }

    public func perform(in call: Call) throws -> ConsultantView {
        try ConsultantRules.check(
            specialties: specialties?.count, regions: regions?.count,
            commissionPercent: commissionPercent.applied(to: nil))
        try checkStaffFields(call.principal)
        let before = try ConsultantReading.find(consultantID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "consultant", consultantID)
        var after = before
        after.title = title?.value ?? before.title
        after.specialties = specialties?.map(\.value) ?? before.specialties
        after.regions = regions?.map(\.value) ?? before.regions
        after.capacity = capacity?.value ?? before.capacity
        after.commissionPercent = commissionPercent.applied(to: before.commissionPercent)
        after.status = status ?? before.status
        guard after != before else { return before }
        try call.transaction.execute(
            """
            UPDATE consultant SET updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()),
            title = \(after.title), specialties = \(StoredJSON.text(of: after.specialties)),
            regions = \(StoredJSON.text(of: after.regions)), capacity = \(after.capacity),
            commission_percent = \(after.commissionPercent), status = \(after.status) WHERE id = \(consultantID)
            """)
        after.version += 1
        after.updatedAt = call.now
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version", "updated_at"])
        call.note("consultant", consultantID, before: changes.before, after: changes.after)
        return after
    }

    private func checkStaffFields(_ principal: Principal) throws {
        guard !principal.isAdmin else { return }
        var errors: [FieldError] = []
        if capacity != nil { errors.append(.adminsOnly("capacity")) }
        if commissionPercent != .keep { errors.append(.adminsOnly("commission_percent")) }
        if status != nil { errors.append(.adminsOnly("status")) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }
}

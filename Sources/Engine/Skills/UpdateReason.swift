import Domain
import JSON
import Storage

/// Says which template a candidate who is rejected for this reason is told by. Null: none.
public struct UpdateReason: RouteOperation {
    public static let contract = Contract(
        "reasons.update", .put, "/reasons/{reason_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Update reason", fr: "Modifier un motif"),
        isContract: false)

    public var reasonID: Reason.ID
    /// One of the kind `rejection` whose variables are all known ones.
    public var templateID: Patch<Template.ID>
    public var expectedVersion: Int?

    public init(reasonID: Reason.ID, templateID: Patch<Template.ID> = .keep, expectedVersion: Int? = nil) {
        self.reasonID = reasonID
        self.templateID = templateID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ReasonView {
        if case .set(let id) = templateID {
            try TemplateUse.rejection.check(id, field: "template_id", in: call.transaction)
        }
        let before = try find(in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "reason", reasonID)
        let template = templateID.applied(to: before.templateID)
        guard template != before.templateID else { return before }
        try call.transaction.execute(
            """
            UPDATE reason SET template_id = \(template), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(reasonID)
            """)
        let after = try find(in: call)
        if let changes = try ChangedFields.between(before, after) {
            call.note("reason", reasonID, before: changes.before, after: changes.after)
        }
        return after
    }

    private func find(in call: Call) throws -> ReasonView {
        let name: SQL = call.principal.language == .french ? "r.name_french" : "r.name"
        let found = try call.transaction.first(
            """
            SELECT r.id, \(name), r.kind, r.template_id, r.version FROM reason r
            WHERE r.id = \(reasonID) AND r.deleted_at IS NULL
            """
        ) { columns in try ReasonView.read(&columns, for: call.principal) }
        guard let found else {
            throw Problem.notFound(Phrase(en: "reason", fr: "motif")).about("reason", reasonID)
        }
        return found
    }
}

import Domain
import JSON

/// Plans what would bring the schema and the data up to this version of the program, or applies a plan: a backup first,
/// then the schema, then the data in small steps. What is applied is exactly the plan that was looked at.
public struct MigrateData: RouteOperation {
    public static let contract = Contract(
        "superadmin.dataMigration", .post, "/superadmin/data-migration", access: .roles(superadmin: .yes),
        effect: .write, Phrase(en: "Data migration tools", fr: "Migrer les données"))

    public enum Mode: String, Codable, Sendable, CaseIterable, DefaultedInput {
        case plan, apply

        public static let defaultInput = Mode.plan
    }

    public var mode: Mode
    /// The `plan_id` that planning answered; needed to apply.
    public var planID: Text<64>?
    /// Names of data steps to carry out; without it those that have something to do.
    public var steps: [Text<60>]?

    public init(mode: Mode = .defaultInput, planID: Text<64>? = nil, steps: [Text<60>]? = nil) {
        self.mode = mode
        self.planID = planID
        self.steps = steps
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var mode: Mode
        /// What to send as `plan_id` to apply this.
        public var planID: String
        public var schemaVersion: Int
        public var schemaSteps: [MigrationPlan.SchemaStep]
        public var dataSteps: [MigrationPlan.DataStep]
        /// The copy that was made before anything was changed.
        public var backup: Backup?
    }

    public func prepare(in preparation: Preparation) throws -> Answer {
        let chosen = try steps?.map { try Self.step($0.value) }
        if mode == .apply, planID == nil {
            throw Problem.invalid(
                field: "plan_id", code: "required",
                Phrase(en: "plan first, then apply that plan", fr: "planifiez d’abord, puis appliquez ce plan"))
        }
        let plan = try MigrationPlan(
            chosen, language: preparation.principal.language, in: preparation.database)
        guard mode == .apply else { return answer(plan, backup: nil) }
        guard planID?.value == plan.id else {
            throw Problem.conflict(
                Phrase(
                    en: "The workspace has changed since that plan. Look at the new one first.",
                    fr: "L’espace a changé depuis ce plan. Consultez d’abord le nouveau."),
                members: ["plan_id": .string(plan.id)])
        }
        guard !plan.isEmpty else { return answer(plan, backup: nil) }
        let backup = try preparation.backUp(.migration)
        return answer(try plan.applied(in: preparation), backup: backup)
    }

    public func perform(in call: Call, prepared: Answer) throws -> Answer {
        guard mode == .apply, prepared.backup != nil else { return prepared }
        call.note("workspace", AnyEntity.ID?.none, after: try JSONValue(encoding: prepared))
        return prepared
    }

    private func answer(_ plan: MigrationPlan, backup: Backup?) -> Answer {
        Answer(
            mode: mode, planID: plan.id, schemaVersion: plan.schemaVersion, schemaSteps: plan.schemaSteps,
            dataSteps: plan.dataSteps, backup: backup)
    }

    private static func step(_ name: String) throws -> String {
        if DataMigration.all.contains(where: { $0.name == name }) { return name }
        let known = DataMigration.all.map(\.name).joined(separator: ", ")
        throw Problem.invalid(
            field: "steps", code: "unknown",
            Phrase(en: "'\(name)' is no step; there are \(known)", fr: "étape inconnue « \(name) » ; il y a \(known)"))
    }
}

import Domain
import JSON
import Storage

/// What a migration would do, or did.
public struct MigrationPlan: Sendable {
    public struct SchemaStep: Codable, Sendable, Equatable {
        public var number: Int
        public var name: String
    }

    public struct DataStep: Codable, Sendable, Equatable {
        public var name: String
        public var summary: String
        /// How many rows it would change; absent where only doing it tells.
        public var pending: Int?
        /// Whether it is part of the plan.
        public var isChosen: Bool
        public var lastAppliedAt: Instant?
        /// How many rows it changed just now.
        public var changed: Int?
    }

    var schemaVersion: Int
    /// Those that are to come.
    var schemaSteps: [SchemaStep]
    var dataSteps: [DataStep]

    var isEmpty: Bool { schemaSteps.isEmpty && !dataSteps.contains(where: \.isChosen) }

    /// The same for the same plan.
    var id: String {
        let chosen = dataSteps.filter(\.isChosen).map { "\($0.name)=\($0.pending.map(String.init) ?? "")" }
        let text = "\(schemaVersion);\(schemaSteps.map { "\($0.number)" });\(chosen)"
        return String(Digest.sha256(Array(text.utf8)).prefix(32))
    }

    /// - Parameter chosen: names of data steps; `nil` for those that know that they have something to do.
    init(_ chosen: [String]?, language: Language, in database: any Database) throws {
        schemaVersion = try database.schemaVersion()
        let version = schemaVersion
        schemaSteps = EngineSchema.migrations.filter { $0.number > version }
            .map { SchemaStep(number: $0.number, name: $0.name) }
        // An older schema may lack what the steps read; their turn comes when it is up to date.
        let isCurrent = schemaSteps.isEmpty
        let applied = isCurrent ? try Self.applied(in: database) : [:]
        dataSteps = try DataMigration.all.map { step in
            let pending = isCurrent ? try step.pending(database) : nil
            return DataStep(
                name: step.name, summary: step.summary[language], pending: pending,
                isChosen: chosen?.contains(step.name) ?? ((pending ?? 0) > 0), lastAppliedAt: applied[step.name])
        }
    }

    /// Carries it out and says what each step changed. The audit log is told that it begins before anything is changed,
    /// and of each data step within the last transaction of its change, so that a program that dies in between leaves
    /// no change without an entry.
    func applied(in preparation: Preparation) throws -> MigrationPlan {
        let (database, now) = (preparation.database, preparation.now)
        try database.write { transaction in
            try preparation.note(
                "workspace",
                after: [
                    "state": "begun", "plan_id": .string(id),
                    "schema_steps": .array(schemaSteps.map { .string($0.name) }),
                    "data_steps": .array(dataSteps.filter(\.isChosen).map { .string($0.name) }),
                ], in: transaction)
        }
        if !schemaSteps.isEmpty { try database.migrate(EngineSchema.migrations) { _ in } }
        var done = self
        done.schemaVersion = try database.schemaVersion()
        for index in dataSteps.indices where dataSteps[index].isChosen {
            guard let step = DataMigration.all.first(where: { $0.name == dataSteps[index].name }) else { continue }
            done.dataSteps[index].changed = try step.apply(database, now) { changed, transaction in
                try Self.record(step.name, changed, preparation, in: transaction)
            }
            done.dataSteps[index].lastAppliedAt = now
        }
        return done
    }

    private static func record(
        _ name: String, _ changed: Int, _ preparation: Preparation, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO data_migration (name, applied_at, applied_by, changed_rows)
            VALUES (\(name), \(preparation.now), \(preparation.principal.userID), \(changed))
            ON CONFLICT (name) DO UPDATE SET applied_at = excluded.applied_at, applied_by = excluded.applied_by,
            changed_rows = excluded.changed_rows
            """)
        try preparation.note(
            "workspace", after: ["state": "step", "step": .string(name), "changed": .integer(Int64(changed))],
            in: transaction)
    }

    private static func applied(in database: any Database) throws -> [String: Instant] {
        let rows = try database.read { transaction in
            try transaction.all("SELECT name, applied_at FROM data_migration") {
                (try $0.next(String.self), try $0.next(Instant.self))
            }
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}

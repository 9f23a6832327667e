import Domain
import Storage

/// What the database is made of: its kind, its size, the rows of each table.
public struct ShowDatabaseStats: RouteOperation {
    public static let contract = Contract(
        "superadmin.databaseStats", .get, "/superadmin/database-stats", access: .roles(superadmin: .yes),
        effect: .read, Phrase(en: "Database statistics", fr: "Statistiques de la base de données"))

    public struct Table: Codable, Sendable, Equatable {
        public var name: String
        public var rows: Int
        /// With its indexes; absent where the database does not tell.
        public var bytes: Int64?
    }

    public struct Step: Codable, Sendable, Equatable {
        public var number: Int
        public var name: String
        public var appliedAt: Instant
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var asOf: Instant
        /// Such as `SQLite 3.46.1`.
        public var product: String
        public var bytes: Int64
        /// Of those, what is free inside; absent where the database does not tell.
        public var freeBytes: Int64?
        public var schemaVersion: Int
        public var steps: [Step]
        /// The largest first.
        public var tables: [Table]
    }

    public init() {}

    public struct Prepared: Sendable {
        let schemaVersion: Int
        let measured: DatabaseMeasurements
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        Prepared(
            schemaVersion: try preparation.database.schemaVersion(),
            measured: try preparation.database.measurements())
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer {
        let tables = try EngineSchema.tables.map { name in
            Table(
                name: name,
                rows: try call.transaction.value("SELECT COUNT(*) FROM \(SQL(trusted: name))") ?? 0,
                bytes: prepared.measured.tableBytes[name])
        }
        let steps = try call.transaction.all(
            "SELECT number, name, applied_at FROM schema_migration ORDER BY number"
        ) { Step(number: try $0.next(), name: try $0.next(), appliedAt: try $0.next()) }
        return Answer(
            asOf: call.now, product: prepared.measured.product, bytes: prepared.measured.bytes,
            freeBytes: prepared.measured.freeBytes, schemaVersion: prepared.schemaVersion, steps: steps,
            tables: tables.sorted { ($1.bytes ?? 0, $1.rows, $0.name) < ($0.bytes ?? 0, $0.rows, $1.name) })
    }
}

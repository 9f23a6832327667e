import Domain
import Storage

/// How much there is in the workspace, and how it stands now.
public struct ShowSystemStats: RouteOperation {
    public static let contract = Contract(
        "admin.systemStats", .get, "/admin/system-stats", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "System statistics", fr: "Statistiques du système"))

    public struct Rows: Codable, Sendable, Equatable {
        public var users: Int
        public var companies: Int
        public var candidates: Int
        public var jobs: Int
        public var applications: Int
        public var skills: Int
        public var consultants: Int
        public var auditEntries: Int
    }

    public struct Count: Codable, Sendable, Equatable {
        public var key: String
        public var count: Int
    }

    public struct Mail: Codable, Sendable, Equatable {
        public var waiting: Int
        public var failed: Int
        /// Since when the oldest that may leave has been waiting.
        public var oldestWaitingSince: Instant?
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var asOf: Instant
        /// Without what lies in the trash.
        public var rows: Rows
        public var usersByRole: [Count]
        public var usersByStatus: [Count]
        public var jobsByStatus: [Count]
        public var applicationsByStatus: [Count]
        public var openSessions: Int
        public var inTrash: Int
        public var mail: Mail
        public var maintenance: Bool
        public var schemaVersion: Int
    }

    public init() {}

    public func prepare(in preparation: Preparation) throws -> Int { try preparation.database.schemaVersion() }

    public func perform(in call: Call, prepared: Int) throws -> Answer {
        let transaction = call.transaction
        func live(_ table: String) throws -> Int { try RowCounts.live(table, in: transaction) }
        return Answer(
            asOf: call.now,
            rows: Rows(
                users: try live("user_account"), companies: try live("company"), candidates: try live("candidate"),
                jobs: try live("job"), applications: try live("application"), skills: try live("skill"),
                consultants: try live("consultant"),
                auditEntries: try transaction.value("SELECT seq FROM audit_head WHERE id = 1") ?? 0),
            usersByRole: try groups("user_account", by: "role", in: transaction),
            usersByStatus: try groups("user_account", by: "status", in: transaction),
            jobsByStatus: try groups("job", by: "status", in: transaction),
            applicationsByStatus: try applications(in: transaction),
            openSessions: try transaction.value(
                "SELECT COUNT(*) FROM session WHERE revoked_at IS NULL AND expires_at > \(call.now)") ?? 0,
            inTrash: try transaction.value(
                "SELECT COUNT(*) FROM tombstone WHERE table_name IN \(list: TrashKind.all.map(\.table))") ?? 0,
            mail: try Self.mail(call.now, in: transaction),
            maintenance: try Maintenance.state(in: transaction) != nil, schemaVersion: prepared)
    }

    private func groups(_ table: String, by column: String, in transaction: any Transaction) throws -> [Count] {
        let (table, column) = (SQL(trusted: table), SQL(trusted: column))
        return try transaction.all(
            """
            SELECT \(column), COUNT(*) FROM \(table) WHERE deleted_at IS NULL GROUP BY \(column) ORDER BY \(column)
            """
        ) { Count(key: try $0.next(), count: try $0.next()) }
    }

    /// The board keeps these counts; a million applications are not counted here.
    private func applications(in transaction: any Transaction) throws -> [Count] {
        let counts = try ApplicationCounts.read(ApplicationCounts.workspace, in: transaction)
        return Application.Status.allCases.compactMap { status in
            counts[status].map { Count(key: status.rawValue, count: $0) }
        }
    }

    static func mail(_ now: Instant, in transaction: any Transaction) throws -> Mail {
        let oldest: Instant?? = try transaction.value(
            "SELECT MIN(not_before) FROM outbox WHERE status = 'waiting' AND not_before <= \(now)")
        return Mail(
            waiting: try transaction.value("SELECT COUNT(*) FROM outbox WHERE status = 'waiting'") ?? 0,
            failed: try transaction.value("SELECT COUNT(*) FROM outbox WHERE status = 'failed'") ?? 0,
            oldestWaitingSince: oldest ?? nil)
    }
}

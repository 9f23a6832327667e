import Domain
import JSON
import Storage

/// Whether the workspace is well: its database, mail, backups, disk; with `deep` also every page of the database and
/// every entry of the audit log, which takes a while on a large one.
public struct ShowSystemHealth: RouteOperation {
    public static let contract = Contract(
        "superadmin.systemHealth", .get, "/superadmin/system-health", access: .roles(superadmin: .yes), effect: .read,
        Phrase(en: "System health check", fr: "Contrôler l’état du système"))

    public enum Status: String, Codable, Sendable, CaseIterable, Comparable {
        case ok, warning, failing

        public static func < (left: Status, right: Status) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }

    public struct Check: Codable, Sendable, Equatable {
        /// `database`, `schema`, `search_and_pages`, `audit_log`, `mail`, `backup`, `disk`, `maintenance`.
        public var name: String
        public var status: Status
        /// What was found, and what to do about it.
        public var detail: String
    }

    public struct Answer: Codable, Sendable, Equatable {
        /// The worst of the checks.
        public var status: Status
        public var asOf: Instant
        public var checks: [Check]
    }

    public var deep: Bool?

    public init(deep: Bool? = nil) { self.deep = deep }

    /// What was looked at outside of the transaction.
    public struct Prepared: Sendable {
        let schemaVersion: Int
        let backups: [Backup]?
        let freeBytes: Int64?
        let integrityProblems: [String]?
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        Prepared(
            schemaVersion: try preparation.database.schemaVersion(), backups: try preparation.backups?.list(),
            freeBytes: preparation.backups?.freeBytes(),
            integrityProblems: deep == true ? try preparation.database.integrityProblems(limit: 20) : nil)
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer {
        let language = call.principal.language
        var health = SystemHealth(now: call.now, language: language)
        try health.lookAtDatabase(in: call.transaction)
        health.lookAtSchema(prepared.schemaVersion)
        if let problems = prepared.integrityProblems { health.lookAtPages(problems) }
        if deep == true { health.lookAtAudit(try AuditVerification(in: call.transaction), language) }
        health.lookAtMail(try ShowSystemStats.mail(call.now, in: call.transaction))
        health.lookAtBackups(prepared.backups)
        health.lookAtDisk(prepared.freeBytes)
        health.lookAtMaintenance(try Maintenance.state(in: call.transaction))
        return Answer(
            status: health.checks.map(\.status).max() ?? .ok, asOf: call.now, checks: health.checks)
    }
}

import Domain

/// The copies of the workspace that are kept, newest first.
public struct ListBackups: RouteOperation {
    public static let contract = Contract(
        "admin.backups.list", .get, "/admin/backup", access: .roles(superadmin: .yes), effect: .read,
        Phrase(en: "List backups", fr: "Lister les sauvegardes"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        public var data: [Backup]
    }

    public init() {}

    public func prepare(in preparation: Preparation) throws -> [Backup] { try preparation.backups?.list() ?? [] }

    public func perform(in call: Call, prepared: [Backup]) throws -> Answer { Answer(data: prepared) }
}

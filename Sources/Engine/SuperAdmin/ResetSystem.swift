import Domain
import JSON
import Storage

/// Empties the workspace of everything but the caller's account, the settings and the audit log. Behind three locks: it
/// does not exist unless the workspace was opened in developer mode, it needs a sentence to be typed, and a backup is
/// made first.
public struct ResetSystem: RouteOperation {
    public static let contract = Contract(
        "superadmin.resetSystem", .post, "/superadmin/reset-system", access: .roles(superadmin: .yes), effect: .write,
        Phrase(en: "System reset (dev only)", fr: "Réinitialiser le système (développement seulement)"))

    /// What has to be typed.
    public static let sentence = "delete everything"

    public var confirmation: Text<100>?

    public init(confirmation: Text<100>? = nil) { self.confirmation = confirmation }

    public struct Answer: Codable, Sendable, Equatable {
        public var resetAt: Instant
        /// The copy of what there was.
        public var backup: Backup
        public var deletedRows: Int
    }

    public struct Prepared: Sendable {
        let backup: Backup
        let epoch: [UInt8]
    }

    public func prepare(in preparation: Preparation) throws -> Prepared {
        guard preparation.status.isDeveloperMode else {
            throw Problem.notFound(
                Phrase(
                    en: "operation outside of developer mode (RPLUS_DEVELOPER=1)",
                    fr: "opération hors du mode développeur (RPLUS_DEVELOPER=1)"))
        }
        guard confirmation?.value == Self.sentence else {
            throw Problem.invalid(
                field: "confirmation", code: "required",
                Phrase(en: "must be “\(Self.sentence)”", fr: "doit être « \(Self.sentence) »"))
        }
        return Prepared(backup: try preparation.backUp(.reset), epoch: preparation.entropy.bytes(16))
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer {
        try removeSearchDocuments(in: call.transaction)
        var deleted = 0
        for table in EngineSchema.tables.reversed() where !Self.kept.contains(table) {
            deleted += try call.transaction.execute("DELETE FROM \(SQL(trusted: table))\(try condition(table, call))")
        }
        // The caller's account is still there.
        try UserSearchDocument.refresh(call.actor(), in: call.transaction)
        // Whoever keeps a copy of the rows has to begin again.
        try call.transaction.execute("UPDATE sync_meta SET epoch = \(prepared.epoch) WHERE id = 1")
        _ = try call.rowSequence()
        call.note(
            "workspace", AnyEntity.ID?.none,
            after: ["backup": .string(prepared.backup.name), "deleted_rows": .integer(Int64(deleted))])
        return Answer(resetAt: call.now, backup: prepared.backup, deletedRows: deleted)
    }

    /// What a workspace has from its beginning, what it was told about itself, and what cannot be deleted.
    private static let kept: Set<String> = [
        "workspace_info", "row_number", "audit_log", "audit_head", "setting", "reason", "source", "data_migration",
    ]

    private func condition(_ table: String, _ call: Call) throws -> SQL {
        switch table {
        case "user_account": " WHERE id <> \(try call.actor())"
        case "session", "account_token": " WHERE user_id <> \(try call.actor())"
        default: .empty
        }
    }

    private func removeSearchDocuments(in transaction: any Transaction) throws {
        for part in SearchPart.all {
            for key in try transaction.column(
                "SELECT row_no FROM \(part.table) WHERE row_no IS NOT NULL", as: Int64.self)
            {
                try EngineSearch.remove(key, from: part.collection, in: transaction)
            }
        }
    }
}

import Domain
import JSON

/// Copies the whole workspace while others go on working, and reads the copy back. `rplus backup` lists, verifies and
/// restores such copies.
public struct BackUpWorkspace: RouteOperation {
    public static let contract = Contract(
        "admin.backup", .post, "/admin/backup", access: .roles(superadmin: .yes), effect: .write,
        Phrase(en: "System backup", fr: "Sauvegarder le système"),
        success: 201)

    /// What to remember about it.
    public var note: Text<200>?

    public init(note: Text<200>? = nil) { self.note = note }

    public func prepare(in preparation: Preparation) throws -> Backup {
        try preparation.backUp(.requested, note: note?.value)
    }

    public func perform(in call: Call, prepared: Backup) throws -> Backup {
        call.note("backup", AnyEntity.ID?.none, after: try JSONValue(encoding: prepared))
        return prepared
    }
}

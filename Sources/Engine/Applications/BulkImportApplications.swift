import Domain
import JSON
import Storage

/// Imports up to 1,000 applications from another system, each with the stages that lead to where it stands. An open
/// application of the candidate on the job is matched and not changed, and so is one that has ended since and was made on
/// the same day.
///
/// Offers and hires are made here, not brought in: they need an offer and an opening. Neither is a withdrawal, which is
/// the candidate's alone.
public struct BulkImportApplications: RouteOperation {
    public static let contract = Contract(
        "applications.bulkImport", .post, "/applications/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import applications", fr: "Importer des candidatures"), isContract: false)

    public var rows: ImportRows<ApplicationImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<ApplicationImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) },
            {
                try BulkImport(targetType: "application", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
                    { row in try row.handle(in: call) }
                }
            })
    }
}

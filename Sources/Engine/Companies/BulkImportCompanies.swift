import Domain
import JSON
import Storage

/// Imports up to 1,000 companies. A company is recognised by its registration number, or by its name where either side
/// has no number; it is then matched and not changed.
public struct BulkImportCompanies: RouteOperation {
    public static let contract = Contract(
        "companies.bulkImport", .post, "/companies/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import companies", fr: "Importer des entreprises"), isContract: false)

    public var rows: ImportRows<CreateCompany>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<CreateCompany>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    public func perform(in call: Call) throws -> ImportResult {
        try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) }, { try importRows(in: call) })
    }

    private func importRows(in call: Call) throws -> ImportResult {
        try BulkImport(targetType: "company", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
            { row in
                if let known = try Self.known(row, in: call) { return .matched(known.cast()) }
                return .created(try row.create(in: call).cast())
            }
        }
    }

    private static func known(_ row: CreateCompany, in call: Call) throws -> Company.ID? {
        let key = Folding.key(row.name.value)
        guard let number = row.registrationNo else {
            return try call.transaction.value(
                """
                SELECT id FROM company WHERE name_folded = \(key) AND deleted_at IS NULL ORDER BY id LIMIT 1
                """)
        }
        if let id = try CreateCompany.registered(number.value, in: call) { return id }
        return try call.transaction.value(
            """
            SELECT id FROM company WHERE name_folded = \(key) AND registration_no IS NULL AND deleted_at IS NULL
            ORDER BY id LIMIT 1
            """)
    }
}

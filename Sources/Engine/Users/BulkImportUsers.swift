import Domain
import JSON
import Storage

/// Imports up to 1,000 accounts of candidates, employers and consultants, and invites their holders by mail. An account
/// is recognised by its address; it is then matched and not changed.
public struct BulkImportUsers: RouteOperation {
    public static let contract = Contract(
        "users.bulkImport", .post, "/users/bulk-import", access: .roles(superadmin: .yes), effect: .write,
        Phrase(en: "Bulk import users", fr: "Importer des comptes"))

    public var rows: ImportRows<CreateUser>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<CreateUser>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    /// A token a row.
    public func prepare(in preparation: Preparation) throws -> [AccountToken] {
        rows.items.map { _ in AccountToken(random: preparation.entropy.bytes(AccountToken.length)) }
    }

    public func perform(in call: Call, prepared: [AccountToken]) throws -> ImportResult {
        let isKept = { (result: ImportResult) in result.isKept(mode) }
        return try Idempotency.once(self, key: idempotencyKey, in: call, keep: isKept) {
            try BulkImport(targetType: "user", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
                var tokens = prepared.makeIterator()
                return { row in
                    if let known = try NewAccount.holder(of: row.email, in: call.transaction) {
                        return .matched(known.cast())
                    }
                    guard let token = tokens.next() else { throw Problem.internalError }
                    return .created(try row.create(inviting: token, in: call).0.cast())
                }
            }
        }
    }
}

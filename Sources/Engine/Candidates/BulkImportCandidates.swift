import Domain
import JSON
import Storage

/// Imports up to 1,000 candidates; longer files are sent in batches. A person who is on file already, by an e-mail
/// address or an international telephone number, is matched and not changed; one
/// without either, where the very same row was brought in before.
public struct BulkImportCandidates: RouteOperation {
    public static let contract = Contract(
        "candidates.bulkImport", .post, "/candidates/bulk-import", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Bulk import candidates", fr: "Importer des candidats"))

    public var rows: ImportRows<CandidateImportRow>
    public var dryRun: Bool?
    public var mode: ImportMode
    public var idempotencyKey: Text<200>?

    public init(
        rows: ImportRows<CandidateImportRow>, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.rows = rows
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    /// Everything that needs no database is worked out before the write lock is taken, on every processor.
    public func prepare(in preparation: Preparation) throws -> CandidateDrafts {
        let now = preparation.now
        return CandidateDrafts(
            Parallel.map(rows.items) { item in
                item.flatMap { row in
                    do {
                        return .success(try CandidateDraft(row, now: now))
                    } catch {
                        return .failure(InputErrors([FieldError("", "invalid", en: "\(error)", fr: "\(error)")]))
                    }
                }
            })
    }

    public func perform(in call: Call, prepared: CandidateDrafts) throws -> ImportResult {
        let bulk = BulkImport(targetType: "candidate", dryRun: dryRun ?? false, mode: mode)
        return try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.isKept(mode) },
            { try bulk.run(prepared.rows, in: call) { try CandidateImport(prepared, call: call) } })
    }
}

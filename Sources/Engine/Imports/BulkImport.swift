import Domain
import JSON
import Storage

/// What all bulk imports have in common: rows one by one inside savepoints, the two modes, dry runs, the idempotency
/// key, and one audit entry for the batch.
///
///     try BulkImport(targetType: "job", dryRun: dryRun ?? false, mode: mode).run(rows, in: call) {
///         { row in .created(try row.create(in: call)) }
///     }
struct BulkImport {
    var targetType: String
    var dryRun: Bool
    var mode: ImportMode

    /// Handles each row. A row that throws a `Problem` (or breaks a rule of the schema) fails alone and leaves nothing
    /// behind; any other error ends the batch. What the rows note for the audit log is gathered into one entry.
    ///
    /// `handler` makes what handles the rows. It may be asked more than once: a savepoint a row costs several times what
    /// the row does, since each ends a part of the full-text index, and one for the batch a fifth of it, since SQLite
    /// keeps each page that is changed. So the batch is tried without any where the call may start over, then with one,
    /// then with one for each row, as long as a row fails after it has written something.
    func run<Row>(
        _ rows: ImportRows<Row>, in call: Call, handler: () -> (Row) throws -> ImportOutcome
    ) throws -> ImportResult {
        try run(rows.items, in: call) { RowHandler(handle: handler()) }
    }

    /// The same with a handler that writes the rows of a batch together.
    func run<Row, Handler: ImportHandler<Row>>(
        _ items: [Result<Row, InputErrors>], in call: Call, handler: () throws -> Handler
    ) throws -> ImportResult {
        // Taken before any savepoint, so that no failed row puts it back.
        _ = try call.rowSequence()
        let notesBefore = call.auditNotes
        let changesBefore = call.transaction.changeCount
        var results: [ImportRowResult] = []
        if !dryRun, call.mayStartOver {
            do {
                results = try handleAll(items, alone: false, call, handler())
            } catch is HalfWritten {
                throw StartOver()
            }
            let isSpoilt = mode == .allOrNothing && results.contains { $0.status == .failed }
            if isSpoilt, call.transaction.changeCount != changesBefore { throw StartOver() }
            return finished(results, notesBefore, call)
        }
        for alone in [false, true] {
            do {
                try call.transaction.savepoint {
                    results = try handleAll(items, alone: alone, call, handler())
                    let failed = results.contains { $0.status == .failed }
                    if dryRun || failed && mode == .allOrNothing { throw Undone() }
                }
                break
            } catch is Undone {
                break
            } catch is HalfWritten {
                call.auditNotes = notesBefore
            }
        }
        return finished(results, notesBefore, call)
    }

    /// What is answered and audited.
    private func finished(_ results: [ImportRowResult], _ notesBefore: [AuditNote], _ call: Call) -> ImportResult {
        var results = results
        call.auditNotes = notesBefore
        let kept = !dryRun && (mode == .bestEffort || !results.contains { $0.status == .failed })
        if !kept { results = results.map(unkept) }
        let result = ImportResult(
            dryRun: dryRun, created: results.count { $0.status == .created },
            matched: results.count { $0.status == .matched }, failed: results.count { $0.status == .failed },
            results: results)
        if kept, result.created > 0 { call.note(targetType, AnyEntity.ID?.none, after: Self.audited(result)) }
        return result
    }

    /// Thrown to undo the batch's savepoint.
    private struct Undone: Error {}

    /// Thrown where a row has failed and what it wrote is still there.
    private struct HalfWritten: Error {}

    /// `alone` gives each row a savepoint of its own.
    private func handleAll<Row, Handler: ImportHandler<Row>>(
        _ items: [Result<Row, InputErrors>], alone: Bool, _ call: Call, _ handler: Handler
    ) throws -> [ImportRowResult] {
        let results = try items.enumerated().map { index, item in
            let before = call.transaction.changeCount
            do {
                let outcome =
                    alone
                    ? try call.transaction.savepoint {
                        let outcome = try handler.take(try item.get())
                        try handler.finish()
                        return outcome
                    } : try handler.take(try item.get())
                switch outcome {
                case .created(let id): return ImportRowResult(row: index, status: .created, id: id)
                case .matched(let id): return ImportRowResult(row: index, status: .matched, id: id)
                }
            } catch {
                guard let problem = Self.problem(error) else { throw error }
                guard alone || call.transaction.changeCount == before else { throw HalfWritten() }
                return ImportRowResult(
                    row: index, status: .failed, errors: Self.errors(problem, call.principal.language))
            }
        }
        // What is to be undone need not be written first.
        let isSpoilt = mode == .allOrNothing && results.contains { $0.status == .failed }
        if isSpoilt, !alone, !dryRun { return results }
        do {
            try handler.finish()
            try call.transaction.flush()
        } catch  where Self.problem(error) != nil {
            // One of the rows that waited: which one, the next attempt tells.
            throw HalfWritten()
        }
        return results
    }

    private static func problem(_ error: any Error) -> Problem? {
        switch error {
        case let errors as InputErrors: .invalid(errors.errors)
        case let problem as Problem where problem.kind != .internalError && problem.kind != .unavailable: problem
        case let error as StorageError:
            if case .constraint(.unique, _) = error { error.problem } else { nil }
        default: nil
        }
    }

    private static func errors(_ problem: Problem, _ language: Language) -> [ImportError] {
        guard problem.errors.isEmpty else {
            return problem.errors.map { error in
                ImportError(field: error.field, code: error.code, message: FieldMessages.text(error, language))
            }
        }
        return [ImportError(field: "", code: problem.kind.rawValue, message: problem.detail[language])]
    }

    /// A row of a batch that was not kept: no row has that identifier, and without a dry run nothing was made.
    private func unkept(_ result: ImportRowResult) -> ImportRowResult {
        guard result.status == .created else { return result }
        var result = result
        result.id = nil
        if !dryRun { result.status = .skipped }
        return result
    }

    private static func audited(_ result: ImportResult) -> JSONValue {
        var entry = JSONObject()
        entry["created"] = .integer(Int64(result.created))
        entry["matched"] = .integer(Int64(result.matched))
        entry["failed"] = .integer(Int64(result.failed))
        entry["rows"] = .array(
            result.results.map { row in
                var kept = JSONObject()
                kept["row"] = .integer(Int64(row.row))
                kept["status"] = .string(row.status.rawValue)
                if let id = row.id { kept["id"] = .string(id.description) }
                return .object(kept)
            })
        return .object(entry)
    }
}

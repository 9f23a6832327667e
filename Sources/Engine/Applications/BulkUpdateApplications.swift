import Domain
import JSON
import Storage

/// Moves many applications, or puts them on hold, with the guards of the single operation: one result a row, one
/// audit entry, one `batch_id` in the history.
public struct BulkUpdateApplications: RouteOperation {
    public static let contract = Contract(
        "applications.bulkUpdate", .post, "/applications/bulk-update",
        access: .roles(consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Bulk status updates", fr: "Changer l’étape de plusieurs candidatures"))

    public static let limit = 1_000

    /// 1 to 1,000.
    public var applicationIDs: [Application.ID]
    public var status: Application.Status?
    public var reasonID: Reason.ID?
    public var publicComment: Text<2_000>?
    public var internalComment: Text<2_000>?
    public var onHold: Bool?
    /// The stage that all of them are believed to be in.
    public var expectedFrom: Application.Status?
    /// Shows what would happen and keeps nothing.
    public var dryRun: Bool?
    public var mode: ImportMode
    /// A repeated call with the same key gets the first one's answer.
    public var idempotencyKey: Text<200>?

    public init(
        applicationIDs: [Application.ID], status: Application.Status? = nil, reasonID: Reason.ID? = nil,
        publicComment: Text<2_000>? = nil, internalComment: Text<2_000>? = nil, onHold: Bool? = nil,
        expectedFrom: Application.Status? = nil, dryRun: Bool? = nil, mode: ImportMode = .defaultInput,
        idempotencyKey: Text<200>? = nil
    ) {
        self.applicationIDs = applicationIDs
        self.status = status
        self.reasonID = reasonID
        self.publicComment = publicComment
        self.internalComment = internalComment
        self.onHold = onHold
        self.expectedFrom = expectedFrom
        self.dryRun = dryRun
        self.mode = mode
        self.idempotencyKey = idempotencyKey
    }

    private struct Undone: Error {}

    public func perform(in call: Call) throws -> BulkUpdateResult {
        try checkInput(in: call.transaction)
        return try Idempotency.once(
            self, key: idempotencyKey, in: call, keep: { $0.kept }, { try run(in: call) })
    }

    private func checkInput(in transaction: any Transaction) throws {
        var errors: [FieldError] = []
        if !(1...Self.limit).contains(applicationIDs.count) {
            errors.append(
                FieldError(
                    field: "application_ids", code: "out_of_range",
                    message: "must hold between 1 and \(Self.limit) applications",
                    parameters: ["minimum": "1", "maximum": "\(Self.limit)"]))
        }
        if status == nil, onHold == nil {
            errors.append(
                FieldError(
                    field: "status", code: "required", message: "is required (or on_hold)",
                    parameters: ["french": "est obligatoire (ou on_hold)"]))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        if status == .rejected, reasonID == nil { throw TransitionGuards.reasonNeeded }
        try TransitionGuards.check(reason: reasonID, in: transaction)
    }

    private func run(in call: Call) throws -> BulkUpdateResult {
        // Taken before any savepoint, so that no failed row puts it back.
        _ = try call.rowSequence()
        let batch = call.newID(AnyEntity.self)
        let notesBefore = call.auditNotes
        var results: [BulkUpdateResult.Row] = []
        var changed: [JSONValue] = []
        let isDry = dryRun ?? false
        do {
            try call.transaction.savepoint {
                for id in applicationIDs { results.append(try row(id, batch, &changed, in: call)) }
                let failed = results.contains { $0.status == .failed }
                if isDry || failed && mode == .allOrNothing { throw Undone() }
            }
        } catch is Undone {}
        call.auditNotes = notesBefore
        let failed = results.count { $0.status == .failed }
        let kept = !isDry && (failed == 0 || mode == .bestEffort)
        if !kept {
            results = results.map { row in
                guard row.status == .ok else { return row }
                return BulkUpdateResult.Row(row.applicationID, isDry ? .ok : .skipped)
            }
        }
        if kept, !changed.isEmpty {
            var after = JSONObject()
            after["batch_id"] = .string(batch.description)
            after["rows"] = .array(changed)
            call.note("application", AnyEntity.ID?.none, after: .object(after))
        }
        return BulkUpdateResult(
            dryRun: isDry, kept: kept, batchID: kept && !changed.isEmpty ? batch : nil,
            updated: results.count { $0.status == .ok }, failed: failed, results: results)
    }

    private func row(
        _ id: Application.ID, _ batch: AnyEntity.ID, _ changed: inout [JSONValue], in call: Call
    ) throws -> BulkUpdateResult.Row {
        do {
            let made = try call.transaction.savepoint({ try change(id, batch, in: call) })
            if let made { changed.append(made.entry) }
            var row = BulkUpdateResult.Row(id, .ok)
            row.transitionID = made?.transition
            return row
        } catch let problem as Problem where problem.kind != .internalError && problem.kind != .unavailable {
            return BulkUpdateResult.Row(id, .failed, problem, call.principal.language)
        }
    }

    /// Changes one of them; answers what the log keeps of it and its move, `nil` where there was nothing to change.
    private func change(
        _ id: Application.ID, _ batch: AnyEntity.ID, in call: Call
    ) throws -> (entry: JSONValue, transition: StatusChange.ID?)? {
        var record = try ApplicationRecord.load(id, in: call)
        try TransitionGuards.check(expectedFrom: expectedFrom, record)
        let from = record.view.status
        let held = record.view.onHold
        let words = TransitionWords(
            reasonID: reasonID, publicComment: publicComment?.value, internalComment: internalComment?.value,
            batchID: batch)
        var transition: StatusChange.ID?
        if let status, status != from {
            try TransitionGuards(call: call, words: words).check(&record, to: status)
            transition = try record.move(to: status, words, onHold: onHold, in: call)
        } else if let onHold, onHold != held {
            try record.hold(onHold, in: call)
        } else {
            return nil
        }
        var entry = JSONObject()
        entry["id"] = .string(id.description)
        if from != record.view.status {
            entry["from"] = .string(from.rawValue)
            entry["to"] = .string(record.view.status.rawValue)
        }
        if held != record.view.onHold { entry["on_hold"] = .bool(record.view.onHold) }
        return (.object(entry), transition)
    }
}

import Domain
import JSON
import Storage

/// Moves an application along its path.
public struct ChangeApplicationStatus: RouteOperation {
    public static let contract = Contract(
        "applications.changeStatus", .post, "/applications/{application_id}/status",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Change application status", fr: "Changer l’étape d’une candidature"))

    public var applicationID: Application.ID
    /// Not needed with `undo_of`.
    public var status: Application.Status?
    /// The stage the caller believes the application is in; 409 where it is not.
    public var expectedFrom: Application.Status?
    public var reasonID: Reason.ID?
    public var publicComment: Text<2_000>?
    public var internalComment: Text<2_000>?
    /// Puts the flag on or off, with a move or alone.
    public var onHold: Bool?
    /// Takes back this transition of one's own, at most ten minutes old and with nothing built on it.
    public var undoOf: StatusChange.ID?

    public init(
        applicationID: Application.ID, status: Application.Status? = nil, expectedFrom: Application.Status? = nil,
        reasonID: Reason.ID? = nil, publicComment: Text<2_000>? = nil, internalComment: Text<2_000>? = nil,
        onHold: Bool? = nil, undoOf: StatusChange.ID? = nil
    ) {
        self.applicationID = applicationID
        self.status = status
        self.expectedFrom = expectedFrom
        self.reasonID = reasonID
        self.publicComment = publicComment
        self.internalComment = internalComment
        self.onHold = onHold
        self.undoOf = undoOf
    }

    public func perform(in call: Call) throws -> ApplicationView {
        try checkInput()
        try TransitionGuards.check(reason: reasonID, in: call.transaction)
        var record = try ApplicationRecord.load(applicationID, in: call)
        try TransitionGuards.check(expectedFrom: expectedFrom, record)
        let words = TransitionWords(
            reasonID: reasonID, publicComment: publicComment?.value, internalComment: internalComment?.value)
        let from = record.view.status
        let heldBefore = record.view.onHold
        var transition: StatusChange.ID?
        if let undoOf {
            transition = try UndoTransition(call: call, transition: undoOf).perform(
                on: &record, words, onHold: onHold)
        } else if let status, status != from {
            try TransitionGuards(call: call, words: words).check(&record, to: status)
            transition = try record.move(to: status, words, onHold: onHold, in: call)
        } else if let onHold, onHold != heldBefore {
            try record.hold(onHold, in: call)
        } else {
            // The stage it is already in: nothing changes and nothing is written.
            return record.answer(for: call.principal)
        }
        var before = JSONObject()
        var after = JSONObject()
        if transition != nil {
            before["status"] = .string(from.rawValue)
            after["status"] = .string(record.view.status.rawValue)
        }
        if heldBefore != record.view.onHold {
            before["on_hold"] = .bool(heldBefore)
            after["on_hold"] = .bool(record.view.onHold)
        }
        call.note("application", applicationID, before: .object(before), after: .object(after))
        return record.answer(for: call.principal, transition: transition)
    }

    private func checkInput() throws {
        if status == nil, undoOf == nil, onHold == nil {
            throw Problem.invalid(
                field: "status", code: "required",
                Phrase(
                    en: "is required (or on_hold, or undo_of)", fr: "est obligatoire (ou on_hold, ou undo_of)"))
        }
        if status == .rejected, undoOf == nil, reasonID == nil { throw TransitionGuards.reasonNeeded }
    }
}

extension ApplicationRecord {
    /// Puts the flag on or off.
    mutating func hold(_ onHold: Bool, in call: Call) throws {
        view.onHold = onHold
        view.updatedAt = call.now
        view.version += 1
        try call.transaction.execute(
            """
            UPDATE application SET on_hold = \(onHold), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(id)
            """)
    }
}

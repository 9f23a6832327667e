import Domain
import JSON
import Storage

/// What is said with a move.
struct TransitionWords {
    var reasonID: Reason.ID?
    var publicComment: String?
    var internalComment: String?
    /// The bulk call that the move belongs to.
    var batchID: AnyEntity.ID?
}

/// What an undo gives back.
struct TransitionUndo {
    var of: StatusChange.ID
    /// When the move that is taken back was made.
    var at: Instant
    var enteredAt: Instant?
    var position: Int64?
    var clientVisible: Bool?
    var rejectionReasonID: Reason.ID?
}

extension ApplicationRecord {
    /// Moves the application to another stage and writes everything that goes with it: its row, the history, the
    /// counts, the search tokens, the job's openings and the offers that are void now. Whoever calls has checked
    /// that the move is allowed (`TransitionGuards`, `UndoTransition`). Answers the history row's identifier.
    mutating func move(
        to status: Application.Status, _ words: TransitionWords, undo: TransitionUndo? = nil, onHold: Bool? = nil,
        in call: Call
    ) throws -> StatusChange.ID {
        let transaction = call.transaction
        let from = view.status
        let before = (enteredAt: view.statusEnteredAt, position: view.position, clientVisible: clientVisible)
        let sequence = try call.rowSequence()

        view.status = status
        view.statusEnteredAt = undo?.enteredAt ?? call.now
        view.position = undo?.position ?? view.statusEnteredAt.milliseconds
        view.closedAt = status.isOpen ? nil : view.statusEnteredAt
        view.rejectionReasonID = status == .rejected ? words.reasonID ?? undo?.rejectionReasonID : nil
        if let onHold { view.onHold = onHold }
        if let visible = undo?.clientVisible {
            clientVisible = visible
        } else if (Application.Status.submitted.rank...Application.Status.hired.rank).contains(status.rank) {
            // Whoever is presented to the client, or meets it, is known to it from then on.
            clientVisible = true
        }
        view.updatedAt = call.now
        view.version += 1
        try transaction.execute(
            """
            UPDATE application SET status = \(status), status_entered_at = \(view.statusEnteredAt),
            position = \(view.position), closed_at = \(view.closedAt), rejection_reason_id = \(view.rejectionReasonID),
            on_hold = \(view.onHold), cv_id = \(view.cvID), client_visible = \(clientVisible),
            updated_at = \(call.now), version = version + 1, row_seq = \(sequence) WHERE id = \(id)
            """)

        let transition = call.newID(StatusChange.self)
        try transaction.execute(
            """
            INSERT INTO status_history (id, application_id, from_status, to_status, at, actor_id, reason_id,
            public_comment, internal_comment, batch_id, undo_of, from_entered_at, from_position, from_client_visible,
            row_seq) VALUES (\(transition), \(id), \(from), \(status), \(call.now), \(call.principal.userID),
            \(words.reasonID), \(words.publicComment), \(words.internalComment), \(words.batchID), \(undo?.of),
            \(before.enteredAt), \(before.position), \(before.clientVisible), \(sequence))
            """)
        try ApplicationCounts.move(
            from: from, to: status, company: companyID, job: view.jobID, consultant: view.consultantID,
            in: transaction)
        try ApplicationSearchDocument.write(self, in: transaction)

        if status == .hired { try takeOpening(in: call) }
        if from == .hired { try giveBackOpening(in: call) }
        if from == .offer, status != .hired { try voidPendingOffers(withdrawn: status == .withdrawn, in: call) }
        if status == .offer, let undo { try restoreOffers(voidedAt: undo.at, in: call) }
        if from == .rejected { try RejectionMail.cancel(id, in: call) }
        if status == .rejected, undo == nil, let reason = words.reasonID {
            try RejectionMail(application: self, reason: reason, transition: transition).plan(in: call)
        }
        return transition
    }
}

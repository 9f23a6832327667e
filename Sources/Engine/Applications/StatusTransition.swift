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
        let courseBefore = course
        if let undo {
            course = try ApplicationCourse.read(id, without: undo.of, in: transaction)
        } else {
            course.move(from: from, enteredAt: before.enteredAt, to: status, at: call.now)
        }

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
            reached = \(course.reached), spent_sourced = \(course.spent[0]), spent_applied = \(course.spent[1]),
            spent_screening = \(course.spent[2]), spent_submitted = \(course.spent[3]),
            spent_interview = \(course.spent[4]), spent_offer = \(course.spent[5]),
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
            from: (from, before.enteredAt), to: (status, view.statusEnteredAt), company: companyID, job: view.jobID,
            consultant: view.consultantID,
            in: transaction)
        try roll(from: (from, courseBefore), takenBackAt: undo?.at, in: call)
        try ApplicationSearchDocument.write(self, in: transaction)

        if status == .hired { try takeOpening(in: call) }
        if from == .hired { try giveBackOpening(in: call) }
        try place(from: from, in: transaction)
        // Between two open stages there is nothing to keep.
        if !from.isOpen || !status.isOpen { try RetentionTerms.refresh([view.candidateID], in: transaction) }
        if from == .offer, status != .hired { try voidPendingOffers(withdrawn: status == .withdrawn, in: call) }
        if status == .offer, let undo { try restoreOffers(voidedAt: undo.at, in: call) }
        if from == .rejected { try RejectionMail.cancel(id, in: call) }
        if status == .rejected, undo == nil, let reason = words.reasonID {
            try RejectionMail(application: self, reason: reason, transition: transition).plan(in: call)
        }
        return transition
    }

    /// Writes the difference that the move makes to the rollups.
    private func roll(
        from: (status: Application.Status, course: ApplicationCourse), takenBackAt: Instant?, in call: Call
    ) throws {
        let scopes = RollupScope.all(source: view.sourceID, consultant: view.consultantID)
        let difference =
            CohortSums(course, status: view.status) - CohortSums(from.course, status: from.status)
        try ApplicationRollups.add(
            difference, day: RollupScope.day(view.appliedAt), to: scopes, in: call.transaction)
        for stage in from.course.missing(from: course) {
            try ApplicationRollups.count(stage, day: RollupScope.day(call.now), in: scopes, call.transaction)
        }
        guard let takenBackAt else { return }
        for stage in course.missing(from: from.course) {
            try ApplicationRollups.count(stage, by: -1, day: RollupScope.day(takenBackAt), in: scopes, call.transaction)
        }
    }

    /// A hire becomes a placement, and one that is taken back ceases to be one.
    private func place(from: Application.Status, in transaction: any Transaction) throws {
        if from == .hired { try Placements.remove(id, in: transaction) }
        guard view.status == .hired else { return }
        try Placements.add(where: "a.id = \(id)", in: transaction)
        try Placements.time(where: "application_id = \(id)", in: transaction)
    }
}

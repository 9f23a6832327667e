import Domain
import Storage

/// Takes back a move: one's own, the application's last, at most ten minutes old, with nothing built on it.
struct UndoTransition {
    static let window: Int64 = 10 * 60_000

    let call: Call
    let transition: StatusChange.ID

    private struct Change {
        var id: StatusChange.ID
        var from: Application.Status?
        var at: Instant
        var actor: User.ID?
        var undoOf: StatusChange.ID?
        var enteredAt: Instant?
        var position: Int64?
        var clientVisible: Bool?
    }

    /// Checks and carries it out; answers the history row of the way back.
    func perform(
        on record: inout ApplicationRecord, _ words: TransitionWords, onHold: Bool?
    ) throws -> StatusChange.ID {
        let last = try call.transaction.first(
            """
            SELECT id, from_status, at, actor_id, undo_of, from_entered_at, from_position, from_client_visible
            FROM status_history WHERE application_id = \(record.id)
            ORDER BY \(ApplicationHistory.latestFirst) LIMIT 1
            """
        ) { columns in
            Change(
                id: try columns.next(), from: try columns.next(), at: try columns.next(), actor: try columns.next(),
                undoOf: try columns.next(), enteredAt: try columns.next(), position: try columns.next(),
                clientVisible: try columns.next())
        }
        guard let last, last.id == transition else { throw try notTheLast(record) }
        guard last.actor == call.principal.userID else {
            throw refusal(
                record,
                Phrase(
                    en: "Somebody else made this move; only they can undo it.",
                    fr: "Quelqu’un d’autre a fait ce passage ; lui seul peut l’annuler."))
        }
        guard let from = last.from, last.undoOf == nil else {
            throw refusal(
                record,
                Phrase(
                    en: "This cannot be undone: it is not a move from one stage to another, or it is an undo itself.",
                    fr: "Annulation impossible : ce n’est pas un passage d’étape, ou c’est déjà une annulation."))
        }
        guard call.now.milliseconds - last.at.milliseconds <= Self.window else {
            throw refusal(
                record,
                Phrase(
                    en: "The move is more than ten minutes old. Move the application back instead.",
                    fr: "Le passage date de plus de dix minutes. Faites plutôt revenir la candidature en arrière."))
        }
        try checkNothingBuilt(on: last, record)
        if !record.view.status.isOpen, from.isOpen {
            try TransitionGuards.checkNoOtherOpen(record, in: call.transaction)
        }
        if from == .hired, record.openingsFilled >= record.openings {
            throw refusal(record, ApplicationRecord.noOpening)
        }
        let undo = TransitionUndo(
            of: last.id, at: last.at, enteredAt: last.enteredAt, position: last.position,
            clientVisible: last.clientVisible, rejectionReasonID: from == .rejected ? try lastReason(record) : nil)
        var words = words
        words.reasonID = nil
        return try record.move(to: from, words, undo: undo, onHold: onHold, in: call)
    }

    /// Identifiers grow with time, so what was made after the move, or by it, has a greater one.
    private func checkNothingBuilt(on last: Change, _ record: ApplicationRecord) throws {
        let built = try call.transaction.exists(
            """
            SELECT 1 FROM offer WHERE application_id = \(record.id) AND (id > \(last.id) OR resolved_at > \(last.at))
            UNION ALL SELECT 1 FROM interview WHERE application_id = \(record.id) AND id > \(last.id)
            AND status <> 'cancelled' AND deleted_at IS NULL
            """)
        if built {
            throw refusal(
                record,
                Phrase(
                    en: "An offer or an interview has been made since. Take that back first.",
                    fr: "Une offre ou un entretien a été créé depuis. Annulez-le d’abord."))
        }
    }

    private func lastReason(_ record: ApplicationRecord) throws -> Reason.ID? {
        let reason: Reason.ID?? = try call.transaction.value(
            """
            SELECT reason_id FROM status_history WHERE application_id = \(record.id) AND to_status = 'rejected'
            AND reason_id IS NOT NULL ORDER BY \(ApplicationHistory.latestFirst) LIMIT 1
            """, as: Reason.ID?.self)
        return reason ?? nil
    }

    private func notTheLast(_ record: ApplicationRecord) throws -> Problem {
        let known = try call.transaction.exists(
            "SELECT 1 FROM status_history WHERE id = \(transition) AND application_id = \(record.id)")
        guard known else {
            return refusal(
                record,
                Phrase(
                    en: "There is no such move of this application to undo.",
                    fr: "Cette candidature n’a pas de tel passage à annuler."))
        }
        return refusal(
            record,
            Phrase(
                en: "The application has been moved again since; only its last move can be undone.",
                fr: "La candidature a bougé depuis ; seul son dernier passage peut être annulé."))
    }

    private func refusal(_ record: ApplicationRecord, _ detail: Phrase) -> Problem {
        Problem.conflict(detail, members: ["current": .string(record.view.status.rawValue)])
            .about("application", record.id)
    }
}

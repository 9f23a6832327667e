import Domain
import Storage

/// Takes back a move: one's own, the application's last that still counts, at most ten minutes old, with nothing built
/// on it. Moves that were taken back do not count, so several are taken back one after the other, the last first
/// (docs/decisions/0210-moves-are-taken-back-one-after-the-other.md).
struct UndoTransition {
    static let window: Int64 = 10 * 60_000

    let call: Call
    let transition: StatusChange.ID

    private struct Change {
        var id: StatusChange.ID
        var from: Application.Status?
        var at: Instant
        var actor: User.ID?
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
            SELECT id, from_status, at, actor_id, from_entered_at, from_position, from_client_visible
            FROM status_history h WHERE application_id = \(record.id) AND undo_of IS NULL
            AND NOT EXISTS (SELECT 1 FROM status_history u WHERE u.undo_of = h.id)
            ORDER BY \(ApplicationHistory.latestFirst) LIMIT 1
            """
        ) { columns in
            Change(
                id: try columns.next(), from: try columns.next(), at: try columns.next(), actor: try columns.next(),
                enteredAt: try columns.next(), position: try columns.next(),
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
        guard let from = last.from else {
            throw refusal(
                record,
                Phrase(
                    en: "This cannot be undone: it is where the application began.",
                    fr: "Annulation impossible : c’est le début de la candidature."))
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
        let ofThisOne: [StatusChange.ID?] = try call.transaction.column(
            "SELECT undo_of FROM status_history WHERE id = \(transition) AND application_id = \(record.id)")
        guard let undoOf = ofThisOne.first else {
            return refusal(
                record,
                Phrase(
                    en: "There is no such move of this application to undo.",
                    fr: "Cette candidature n’a pas de tel passage à annuler."))
        }
        if undoOf != nil {
            return refusal(
                record,
                Phrase(
                    en: "This cannot be undone: it is an undo itself.",
                    fr: "Annulation impossible : c’est déjà une annulation."))
        }
        if try call.transaction.exists("SELECT 1 FROM status_history WHERE undo_of = \(transition)") {
            return refusal(
                record,
                Phrase(en: "This move has been undone already.", fr: "Ce passage a déjà été annulé."))
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

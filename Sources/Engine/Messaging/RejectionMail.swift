import Domain
import Storage

/// The mail that tells a candidate that its application was rejected, in the words of the reason's template. It waits
/// until the move can no longer be taken back, and is taken back with it.
struct RejectionMail {
    let application: ApplicationRecord
    let reason: Reason.ID
    let transition: StatusChange.ID

    /// Puts it into the outbox, where the reason has a template, the candidate applied itself and takes mail.
    func plan(in call: Call) throws {
        let template: Template.ID? = try call.transaction.value(
            "SELECT template_id FROM reason WHERE id = \(reason) AND template_id IS NOT NULL")
        guard let template else { return }
        let applied: SQL = """
            SELECT 1 FROM application a WHERE a.id = \(application.id) AND \(ApplicationVisibility.isApplied(alias: "a"))
            """
        guard try call.transaction.exists(applied) else { return }
        try ApplicationNews(
            application: application.id, candidate: application.view.candidateID, job: application.view.jobID
        ).send(
            template, sender: call.principal.userID, batchID: transition.cast(),
            notBefore: call.now.advanced(byMilliseconds: UndoTransition.window + 1), in: call)
    }

    /// Takes back what still waits, because the application is not rejected any more.
    static func cancel(_ application: Application.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.cancelled), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE related_id = \(application) AND related_type = 'application'
            AND kind = \(OutboxMail.Kind.applicationNews) AND batch_id IS NOT NULL
            AND status = \(OutboxMail.Status.waiting)
            """)
    }
}

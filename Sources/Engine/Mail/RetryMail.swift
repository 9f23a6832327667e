import Domain
import Storage

/// Sends a mail that failed, or that waits for its next attempt, now.
public struct RetryMail: RouteOperation {
    public static let contract = Contract(
        "admin.mail.retry", .post, "/admin/mail/{mail_id}/retry", access: .roles(admin: .yes), effect: .write,
        "Retry mail", isContract: false)

    public var mailID: OutboxMail.ID

    public init(mailID: OutboxMail.ID) { self.mailID = mailID }

    public func perform(in call: Call) throws -> OutboxView {
        let before = try find(in: call.transaction)
        // A mail that was never tried waits for a reason, such as a move that can still be taken back.
        guard before.status == .failed || before.status == .waiting && before.attempts > 0 else {
            throw Problem.conflict(
                Phrase(
                    en:
                        "Only a mail that could not be handed over is tried again; this one is \(before.status.rawValue).",
                    fr: "Seul un courrier qui n’a pas pu partir est retenté ; celui-ci est « "
                        + "\(before.status.rawValue) »."),
                members: ["current": .string(before.status.rawValue)]
            ).about("mail", mailID)
        }
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.waiting), attempts = 0, not_before = \(call.now),
            failure = NULL, failed_at = NULL, updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()) WHERE id = \(mailID)
            """)
        call.note(
            "mail", mailID, before: ["status": .string(before.status.rawValue)],
            after: ["status": .string(OutboxMail.Status.waiting.rawValue)])
        return try find(in: call.transaction)
    }

    private func find(in transaction: any Transaction) throws -> OutboxView {
        let found = try transaction.first(
            "SELECT \(OutboxView.columns) FROM outbox o WHERE o.id = \(mailID) AND o.deleted_at IS NULL",
            OutboxView.read)
        guard let found else { throw Problem.notFound(Phrase(en: "mail", fr: "courrier")).about("mail", mailID) }
        return found
    }
}

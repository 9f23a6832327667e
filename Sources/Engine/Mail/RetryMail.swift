import Domain
import Storage

/// Sends a mail that failed, or that waits for its next attempt, now. Not one that somebody hands over at this moment,
/// which would leave twice, and not one whose words are gone.
public struct RetryMail: RouteOperation {
    public static let contract = Contract(
        "admin.mail.retry", .post, "/admin/mail/{mail_id}/retry", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Retry mail", fr: "Renvoyer un courriel"), isContract: false)

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
        guard !isTaken(before, at: call.now) else {
            throw Problem.conflict(
                Phrase(
                    en: "This mail is being handed over. Look again in five minutes.",
                    fr: "Ce courrier est en train de partir. Revenez dans cinq minutes.")
            ).about("mail", mailID)
        }
        guard try hasWords(in: call.transaction) else {
            throw Problem.conflict(
                Phrase(
                    en: "This mail opened an account, so its words were erased when it left; ask for a new one.",
                    fr: "Ce courrier ouvrait un compte : son texte a été effacé à son départ ; demandez-en un nouveau."
                )
            ).about("mail", mailID)
        }
        // The attempts begin anew, and with them the pauses; that there were some is known by `last_attempt_at`.
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.waiting), attempts = 0, not_before = \(call.now),
            failure = NULL, failed_at = NULL, updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(mailID)
            """)
        call.note(
            "mail", mailID, before: ["status": .string(before.status.rawValue)],
            after: ["status": .string(OutboxMail.Status.waiting.rawValue)])
        return try find(in: call.transaction)
    }

    /// Whether somebody has taken it and has neither come back nor stayed away for too long.
    private func isTaken(_ mail: OutboxView, at now: Instant) -> Bool {
        guard mail.status == .waiting, let taken = mail.lastAttemptAt else { return false }
        return mail.notBefore > now && mail.notBefore == taken.advanced(byMilliseconds: MailSchedule.claim)
    }

    /// What held a secret is emptied once it has left.
    private func hasWords(in transaction: any Transaction) throws -> Bool {
        try !transaction.exists("SELECT 1 FROM outbox WHERE id = \(mailID) AND holds_secret = 1 AND body = ''")
    }

    private func find(in transaction: any Transaction) throws -> OutboxView {
        let found = try transaction.first(
            "SELECT \(OutboxView.columns) FROM outbox o WHERE o.id = \(mailID) AND o.deleted_at IS NULL",
            OutboxView.read)
        guard let found else { throw Problem.notFound(Phrase(en: "mail", fr: "courrier")).about("mail", mailID) }
        return found
    }
}

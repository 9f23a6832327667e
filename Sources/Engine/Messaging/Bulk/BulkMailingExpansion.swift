import Domain
import JSON
import Storage

extension Engine {
    /// Makes the mails of the next recipients of a bulk message, at most `limit` of them, in a transaction of its own.
    /// Answers whether there was anything to do. Who may not be written to any more by now is left out.
    public func expandBulkMessages(limit: Int = 250) throws -> Bool {
        let find: SQL = "SELECT 1 FROM bulk_mailing WHERE status = 'queued' LIMIT 1"
        guard try database.read({ try $0.exists(find) }) else { return false }
        let now = adapters.clock.now()
        return try database.write { transaction in
            let mailing = try transaction.first(
                """
                SELECT id, subject, body, filling, created_by FROM bulk_mailing WHERE status = 'queued' ORDER BY id
                LIMIT 1
                """
            ) { columns in
                (
                    id: try columns.next(BulkMailing.ID.self),
                    text: try BulkText(
                        subject: try columns.next(), body: try columns.next(), filling: try columns.next()),
                    sender: try columns.next(User.ID?.self)
                )
            }
            guard let mailing else { return false }
            let call = Call(
                principal: Principal(userID: mailing.sender), transaction: transaction, now: now,
                requestID: newRequestID(at: now), cell: .yes, identifiers: adapters.identifiers)
            try BulkMailingExpansion(id: mailing.id, text: mailing.text, call: call).expand(limit: limit)
            return true
        }
    }
}

/// Turns recipients of a bulk message into mails.
private struct BulkMailingExpansion {
    let id: BulkMailing.ID
    let text: BulkText
    let call: Call

    func expand(limit: Int) throws {
        let waiting = try call.transaction.all(
            """
            SELECT r.number, \(MailRecipient.columns) FROM bulk_recipient r JOIN candidate c ON c.id = r.candidate_id
            LEFT JOIN user_account u ON u.id = c.user_id AND u.deleted_at IS NULL
            WHERE r.mailing_id = \(id) AND r.outcome = 'queued' ORDER BY r.number LIMIT \(limit)
            """
        ) { columns in (number: try columns.next(Int64.self), person: try MailRecipient.read(&columns)) }
        for (number, person) in waiting { try hand(number, person) }
        guard waiting.count < limit else { return }
        try call.transaction.execute(
            """
            UPDATE bulk_mailing SET status = \(BulkMailing.Status.done), updated_at = \(call.now),
            version = version + 1, row_seq = \(try call.rowSequence()) WHERE id = \(id)
            """)
    }

    private func hand(_ number: Int64, _ person: MailRecipient) throws {
        if let refusal = person.refusalOfBulk(at: call.now) {
            return try settle(number, refusal.isWanted ? .skipped : .failed, code: refusal.rawValue)
        }
        guard let address = person.address, text.isComplete(for: person) else {
            return try settle(number, .failed, code: "value_missing")
        }
        let words = try text.words(for: person)
        let mail = try call.sendLater(
            OutboxMail(
                kind: .bulkMessage, to: address, recipientName: person.fullName, recipientID: person.userID,
                subject: words.subject, body: words.body,
                related: OutboxMail.Subject("candidate", person.candidateID), batchID: id.cast()))
        try settle(number, .handed, mail: mail)
    }

    private func settle(
        _ number: Int64, _ outcome: BulkMailing.Outcome, code: String? = nil, mail: OutboxMail.ID? = nil
    ) throws {
        try call.transaction.enqueue(
            """
            UPDATE bulk_recipient SET outcome = \(outcome), code = \(code), outbox_id = \(mail)
            WHERE mailing_id = \(id) AND number = \(number)
            """)
    }
}

import Domain
import Storage

/// A message as a mail to those of the conversation who are not before a workstation all day: candidates and employers.
/// The agency's own people read it there. Who takes no mail finds it in the conversation.
struct MessageMail {
    let message: Message.ID
    let conversation: Conversation.ID
    let sender: User.ID
    let text: String

    private struct Reader {
        var id: User.ID
        var address: EmailAddress
        var name: String
        var language: Language
    }

    /// Puts one mail a reader into the outbox.
    func send(in call: Call) throws {
        let readers = try readers(in: call.transaction)
        guard !readers.isEmpty else { return }
        let subject: String =
            try call.transaction.value("SELECT subject FROM conversation WHERE id = \(conversation)") ?? ""
        let names = try call.transaction.first(
            "SELECT first_name, last_name FROM user_account WHERE id = \(sender)"
        ) { columns in ApplicationReading.fullName(try columns.next(), try columns.next()) }
        let name = names ?? ""
        for reader in readers {
            let opening = Phrase(
                en: "\(name) wrote to you in “\(subject)”:", fr: "\(name) vous a écrit dans « \(subject) » :")
            let closing = Phrase(
                en: "Answer in the conversation, in RecrutementPlus.",
                fr: "Répondez dans la conversation, dans RecrutementPlus.")
            try call.sendLater(
                OutboxMail(
                    kind: .message, to: reader.address, recipientName: reader.name, recipientID: reader.id,
                    subject: subject,
                    body: "\(opening[reader.language])\n\n\(text)\n\n-- \n\(closing[reader.language])\n",
                    related: OutboxMail.Subject("message", message), batchID: conversation.cast()))
        }
    }

    private func readers(in transaction: any Transaction) throws -> [Reader] {
        try transaction.all(
            """
            SELECT u.id, u.email, u.first_name, u.last_name, u.locale FROM conversation_participant p
            JOIN user_account u ON u.id = p.user_id LEFT JOIN candidate c ON c.user_id = u.id AND u.role = 'candidate'
            AND c.deleted_at IS NULL
            WHERE p.conversation_id = \(conversation) AND p.left_at IS NULL AND u.id <> \(sender)
            AND u.role IN ('candidate', 'employer') AND u.status = 'active' AND u.deleted_at IS NULL
            AND (c.id IS NULL OR c.can_email = 1 AND c.status <> 'do_not_contact' AND c.anonymized_at IS NULL)
            ORDER BY p.joined_at, u.id
            """
        ) { columns in
            Reader(
                id: try columns.next(), address: EmailAddress(stored: try columns.next()),
                name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                language: Language(locale: try columns.next(String.self)))
        }
    }

    /// Keeps mails that have not left from leaving, because the message was deleted.
    static func cancel(_ message: Message.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE outbox SET status = \(OutboxMail.Status.cancelled), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE related_id = \(message) AND related_type = 'message'
            AND status = \(OutboxMail.Status.waiting)
            """)
    }

    /// The mails of messages that were not delivered, by message.
    static func undelivered(
        _ messages: [Message.ID], in transaction: any Transaction
    ) throws -> [Message.ID: [MessageView.Undelivered]] {
        guard !messages.isEmpty else { return [:] }
        var found: [Message.ID: [MessageView.Undelivered]] = [:]
        try transaction.forEach(
            """
            SELECT related_id, recipient_id, recipient_name, failure, last_error, failed_at FROM outbox
            WHERE related_id IN \(list: messages) AND failure IS NOT NULL AND related_type = 'message'
            AND status = \(OutboxMail.Status.failed) ORDER BY failed_at, id
            """
        ) { row in
            var columns = Columns(row)
            let message: Message.ID = try columns.next()
            found[message, default: []].append(
                MessageView.Undelivered(
                    recipientID: try columns.next(), recipientName: try columns.next() ?? "",
                    failure: try columns.next(), reason: try columns.next() ?? "", failedAt: try columns.next()))
            return true
        }
        return found
    }
}

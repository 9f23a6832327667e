import Domain
import JSON
import Storage

/// A new message, with everything that goes with it: the conversation's activity, the others' unread counts, and the
/// words in the full-text index.
struct MessageInsertion {
    /// A conversation holds at most so many messages, so that none of its operations ever costs without bound.
    static let limit = 10_000

    var conversation: Conversation.ID
    var text: String
    var templateID: Template.ID?

    @discardableResult
    func insert(in call: Call) throws -> Message.ID {
        let transaction = call.transaction
        let sender = try call.actor()
        let state = try transaction.first(
            "SELECT last_message_at, message_count FROM conversation WHERE id = \(conversation)"
        ) { columns in (last: try columns.next(Instant.self), count: try columns.next(Int.self)) }
        guard let state else { throw ConversationVisibility.notFound(conversation) }
        guard state.count < Self.limit else { throw full }
        // So that messages have an order of their own even within a millisecond, and a receipt is one instant.
        let sentAt = state.count == 0 ? call.now : max(call.now, state.last.advanced(byMilliseconds: 1))
        let id = call.newID(Message.self)
        let sequence = try call.rowSequence()
        try transaction.execute(
            """
            INSERT INTO message (id, created_at, updated_at, created_by, version, row_seq, row_no, conversation_id,
            sender_id, body, sent_at, template_id) VALUES (\(id), \(call.now), \(call.now), \(sender), 1, \(sequence),
            \(try RowNumbers.next("message", in: transaction)), \(conversation), \(sender), \(text), \(sentAt),
            \(templateID))
            """)
        try transaction.execute(
            """
            UPDATE conversation SET last_message_at = \(sentAt), message_count = message_count + 1,
            row_seq = \(sequence) WHERE id = \(conversation)
            """)
        try transaction.execute(
            """
            UPDATE conversation_participant SET last_message_at = \(sentAt), row_seq = \(sequence),
            unread = CASE WHEN user_id = \(sender) THEN unread ELSE unread + 1 END,
            archived_at = CASE WHEN user_id = \(sender) THEN archived_at ELSE NULL END
            WHERE conversation_id = \(conversation) AND left_at IS NULL
            """)
        try RetentionTerms.refresh(account: sender, in: transaction)
        try MessageSearchDocument.write(id, in: transaction)
        // People may have been renamed since.
        try ConversationSearchDocument.refresh(conversation, in: transaction)
        try MessageMail(message: id, conversation: conversation, sender: sender, text: text).send(in: call)
        // What is said stays out of the log.
        call.note("message", id, after: ["conversation_id": .string(conversation.description)])
        return id
    }

    private var full: Problem {
        Problem.conflict(
            Phrase(
                en: "The conversation holds \(Self.limit) messages, which is as many as it may. Begin a new one.",
                fr: "La conversation compte \(Self.limit) messages, le maximum. Commencez-en une nouvelle.")
        ).about("conversation", conversation)
    }
}

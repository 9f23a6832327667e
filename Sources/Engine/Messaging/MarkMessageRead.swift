import Domain
import Storage

/// Says that the caller has read a message that somebody else sent, and everything before it in the conversation.
public struct MarkMessageRead: RouteOperation {
    public static let contract = Contract(
        "messaging.messages.markRead", .post, "/messaging/messages/{message_id}/read",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .own, superadmin: .own),
        effect: .write, Phrase(en: "Mark as read", fr: "Marquer comme lu"))

    public var messageID: Message.ID

    public init(messageID: Message.ID) { self.messageID = messageID }

    public func perform(in call: Call) throws -> MessageView {
        let reader = try call.actor()
        let message = try MessageReading.find(messageID, in: call)
        try ConversationVisibility.requireParticipant(message.conversationID, in: call)
        guard !message.own else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Only who received a message marks it as read; this one is your own.",
                    fr: "Seul un destinataire marque un message comme lu ; celui-ci est de vous.")
            ).about("message", messageID)
        }
        let before: Instant? = try call.transaction.value(
            """
            SELECT COALESCE(last_read_at, 0) FROM conversation_participant
            WHERE conversation_id = \(message.conversationID) AND user_id = \(reader)
            """)
        // Read already, together with a later one.
        if let before, before >= message.sentAt { return message }
        let left: Int? = try call.transaction.value(
            """
            SELECT COUNT(*) FROM message WHERE conversation_id = \(message.conversationID)
            AND sent_at > \(message.sentAt) AND sender_id <> \(reader) AND deleted_at IS NULL
            """)
        try call.transaction.execute(
            """
            UPDATE conversation_participant SET last_read_at = \(message.sentAt), unread = \(left ?? 0),
            row_seq = \(try call.rowSequence()) WHERE conversation_id = \(message.conversationID)
            AND user_id = \(reader)
            """)
        call.note(
            "message", messageID,
            after: [
                "conversation_id": .string(message.conversationID.description),
                "last_read_at": .string(message.sentAt.description),
            ])
        return try MessageReading.find(messageID, in: call)
    }
}

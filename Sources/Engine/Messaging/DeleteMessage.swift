import Domain
import Storage

/// Deletes a message. A tombstone stays in the conversation; nobody counts it as unread any more.
public struct DeleteMessage: RouteOperation {
    public static let contract = Contract(
        "messaging.messages.delete", .delete, "/messaging/messages/{message_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete message", fr: "Supprimer un message"))

    public var messageID: Message.ID
    public var expectedVersion: Int?

    public init(messageID: Message.ID, expectedVersion: Int? = nil) {
        self.messageID = messageID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> MessageView {
        let before = try MessageReading.find(messageID, in: call)
        try MessageReading.checkSender(before, in: call)
        try MessageReading.checkThere(before)
        try StaleVersion.check(expectedVersion, current: before.version, "message", messageID)
        let sequence = try call.rowSequence()
        try call.transaction.execute(
            """
            UPDATE message SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(sequence) WHERE id = \(messageID)
            """)
        try call.transaction.execute(
            """
            UPDATE conversation_participant SET unread = unread - 1, row_seq = \(sequence)
            WHERE conversation_id = \(before.conversationID) AND user_id <> \(before.senderID) AND left_at IS NULL
            AND unread > 0 AND (last_read_at IS NULL OR last_read_at < \(before.sentAt))
            """)
        try MessageMail.cancel(messageID, in: call)
        try Tombstone.write("message", messageID, in: call)
        try MessageSearchDocument.remove(messageID, in: call.transaction)
        call.note(
            "message", messageID, before: ["deleted": false],
            after: ["deleted": true, "conversation_id": .string(before.conversationID.description)])
        return try MessageReading.find(messageID, in: call)
    }
}

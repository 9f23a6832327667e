import Domain
import Storage

/// Changes the words of a message. It says that it was edited; what it said before is gone.
public struct UpdateMessage: RouteOperation {
    public static let contract = Contract(
        "messaging.messages.update", .put, "/messaging/messages/{message_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Update message", fr: "Modifier un message"))

    public var messageID: Message.ID
    public var body: Text<20_000>
    public var expectedVersion: Int?

    public init(messageID: Message.ID, body: Text<20_000>, expectedVersion: Int? = nil) {
        self.messageID = messageID
        self.body = body
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> MessageView {
        let before = try MessageReading.find(messageID, in: call)
        try MessageReading.checkSender(before, in: call)
        try MessageReading.checkThere(before)
        try StaleVersion.check(expectedVersion, current: before.version, "message", messageID)
        guard body.value != before.body else { return before }
        try call.transaction.execute(
            """
            UPDATE message SET body = \(body), edited_at = \(call.now), updated_at = \(call.now),
            version = version + 1, row_seq = \(try call.rowSequence()) WHERE id = \(messageID)
            """)
        try MessageSearchDocument.write(messageID, in: call.transaction)
        call.note(
            "message", messageID,
            after: [
                "conversation_id": .string(before.conversationID.description),
                "edited_at": .string(call.now.description),
            ])
        return try MessageReading.find(messageID, in: call)
    }
}

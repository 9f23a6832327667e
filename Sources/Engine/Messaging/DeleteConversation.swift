import Domain
import JSON
import Storage

/// Takes a conversation off the caller's list: who takes part leaves it, and it goes on for the others. An admin deletes
/// it for everybody. See docs/decisions/0131-leaving-and-deleting.md.
public struct DeleteConversation: RouteOperation {
    public static let contract = Contract(
        "messaging.conversations.delete", .delete, "/messaging/conversations/{conv_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete conversation", fr: "Supprimer une conversation"))

    public var convID: Conversation.ID
    public var expectedVersion: Int?

    public init(convID: Conversation.ID, expectedVersion: Int? = nil) {
        self.convID = convID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ConversationView {
        let caller = try call.actor()
        let conversation = try ConversationReading.find(convID, in: call)
        try StaleVersion.check(expectedVersion, current: conversation.version, "conversation", convID)
        let isLast = conversation.participants.allSatisfy { $0.userID == caller }
        if call.principal.isAdmin || isLast {
            try call.transaction.execute(
                """
                UPDATE conversation SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
                row_seq = \(try call.rowSequence()) WHERE id = \(convID)
                """)
            try Tombstone.write("conversation", convID, in: call)
            try ConversationSearchDocument.remove(convID, in: call.transaction)
            try MessageSearchDocument.remove(conversation: convID, in: call.transaction)
            call.note("conversation", convID, before: ["deleted": false], after: ["deleted": true])
        } else {
            try ConversationPeople.remove([caller], from: convID, in: call)
            try ConversationSearchDocument.refresh(convID, in: call.transaction)
            try MessageSearchDocument.refresh(conversation: convID, in: call.transaction)
            call.note("conversation", convID, after: ["left": .string(caller.description)])
        }
        return conversation
    }
}

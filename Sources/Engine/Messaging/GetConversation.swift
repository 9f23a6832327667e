import Domain

/// One conversation.
public struct GetConversation: RouteOperation {
    public static let contract = Contract(
        "messaging.conversations.get", .get, "/messaging/conversations/{conv_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Get conversation", fr: "Lire une conversation"))

    public var convID: Conversation.ID

    public init(convID: Conversation.ID) { self.convID = convID }

    public func perform(in call: Call) throws -> ConversationView { try ConversationReading.find(convID, in: call) }
}

import Domain
import Storage

/// Writes in a conversation that the caller takes part in.
public struct SendMessage: RouteOperation {
    public static let contract = Contract(
        "messaging.messages.send", .post, "/messaging/conversations/{conv_id}/messages",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .own, superadmin: .own),
        effect: .write, Phrase(en: "Send message", fr: "Envoyer un message"), success: 201)

    public var convID: Conversation.ID
    /// Needed unless there is a template.
    public var body: Text<20_000>?
    /// Staff only: a template to make the message from.
    public var templateID: Template.ID?
    /// What the template's variables stand for, where they are not known from the conversation.
    public var values: [String: String]?

    public init(
        convID: Conversation.ID, body: Text<20_000>? = nil, templateID: Template.ID? = nil,
        values: [String: String]? = nil
    ) {
        self.convID = convID
        self.body = body
        self.templateID = templateID
        self.values = values
    }

    public func perform(in call: Call) throws -> MessageView {
        guard let message = try MessageText(body: body, templateID: templateID, values: values) else {
            throw Problem.invalid(
                field: "body", code: "required",
                Phrase(en: "is required (or template_id)", fr: "est obligatoire (ou template_id)"))
        }
        try ConversationVisibility.requireParticipant(convID, in: call)
        guard try ConversationPeople.current(convID, in: call.transaction).count > 1 else {
            throw Problem.conflict(
                Phrase(
                    en: "Nobody else is in this conversation any more. Begin a new one.",
                    fr: "Plus personne d’autre n’est dans cette conversation. Commencez-en une nouvelle.")
            ).about("conversation", convID)
        }
        let id = try MessageInsertion(
            conversation: convID, text: try message.written(in: convID, call), templateID: templateID
        ).insert(in: call)
        return try MessageReading.find(id, in: call)
    }
}

import Domain
import JSON
import Storage

/// Begins a conversation, with its first message if there is one to say.
public struct CreateConversation: RouteOperation {
    public static let contract = Contract(
        "messaging.conversations.create", .post, "/messaging/conversations",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Create conversation", fr: "Commencer une conversation"), success: 201)

    public var subject: Text<200>
    /// The others who take part: 1 to 49 people whom the caller may write to (`messaging.recipients.list`).
    public var participants: [User.ID]
    /// `direct` with one other person and `group` with more, unless said otherwise.
    public var kind: Conversation.Kind?
    public var relatedType: Conversation.Related?
    public var relatedID: AnyEntity.ID?
    /// The first message.
    public var body: Text<20_000>?
    /// Staff only: a template to make the first message from, instead of `body`.
    public var templateID: Template.ID?
    /// What the template's variables stand for, where they are not known from the conversation.
    public var values: [String: String]?

    public init(
        subject: Text<200>, participants: [User.ID], kind: Conversation.Kind? = nil,
        relatedType: Conversation.Related? = nil, relatedID: AnyEntity.ID? = nil, body: Text<20_000>? = nil,
        templateID: Template.ID? = nil, values: [String: String]? = nil
    ) {
        self.subject = subject
        self.participants = participants
        self.kind = kind
        self.relatedType = relatedType
        self.relatedID = relatedID
        self.body = body
        self.templateID = templateID
        self.values = values
    }

    public func perform(in call: Call) throws -> ConversationView {
        let creator = try call.actor()
        let others = ConversationPeople.others(participants, than: creator)
        try checkPeople(others)
        let related = try ConversationSubject(relatedType, relatedID)
        let message = try MessageText(body: body, templateID: templateID, values: values)
        try ConversationPartners.check(others, field: "participants", in: call)
        try ConversationPartners.checkTogether([creator] + others, field: "participants", in: call)
        try related?.check(in: call)

        let kind = kind ?? (others.count == 1 ? .direct : .group)
        let id = call.newID(Conversation.self)
        try call.transaction.execute(
            """
            INSERT INTO conversation (id, created_at, updated_at, created_by, version, row_seq, row_no, subject, kind,
            related_type, related_id, last_message_at, message_count) VALUES (\(id), \(call.now), \(call.now),
            \(creator), 1, \(try call.rowSequence()), \(try RowNumbers.next("conversation", in: call.transaction)),
            \(subject), \(kind), \(related?.type), \(related?.id), \(call.now), 0)
            """)
        try ConversationPeople.add([creator] + others, to: id, lastMessageAt: call.now, in: call)
        call.note(
            "conversation", id,
            after: [
                "kind": .string(kind.rawValue),
                "participants": .array(([creator] + others).map { .string($0.description) }),
            ])
        if let message {
            try MessageInsertion(conversation: id, text: try message.written(in: id, call), templateID: templateID)
                .insert(in: call)
        } else {
            try ConversationSearchDocument.refresh(id, in: call.transaction)
        }
        return try ConversationReading.find(id, in: call)
    }

    private func checkPeople(_ others: [User.ID]) throws {
        guard !others.isEmpty else {
            throw Problem.invalid(
                field: "participants", code: "required",
                Phrase(en: "needs at least one person beside you", fr: "il faut au moins une autre personne que vous"))
        }
        try ConversationPeople.checkCount(others.count + 1, field: "participants")
        guard kind != .direct || others.count == 1 else {
            throw Problem.invalid(
                field: "kind", code: "invalid",
                Phrase(
                    en: "a direct conversation is with one other person; choose group",
                    fr: "une conversation directe réunit deux personnes ; choisissez group"))
        }
    }
}

import Domain
import JSON
import Storage

/// Renames a conversation, lets people in or asks them out, or puts it away for the caller alone.
public struct UpdateConversation: RouteOperation {
    public static let contract = Contract(
        "messaging.conversations.update", .put, "/messaging/conversations/{conv_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Update conversation", fr: "Modifier une conversation"))

    public var convID: Conversation.ID
    public var subject: Text<200>?
    /// People to let in; the conversation is a `group` from then on. Its beginner and staff may.
    public var addParticipants: [User.ID]?
    /// People to ask out. Its beginner and staff may; who wants to leave deletes the conversation.
    public var removeParticipants: [User.ID]?
    /// Puts it away, or takes it back, for the caller alone. A new message takes it back too.
    public var archived: Bool?
    public var expectedVersion: Int?

    public init(
        convID: Conversation.ID, subject: Text<200>? = nil, addParticipants: [User.ID]? = nil,
        removeParticipants: [User.ID]? = nil, archived: Bool? = nil, expectedVersion: Int? = nil
    ) {
        self.convID = convID
        self.subject = subject
        self.addParticipants = addParticipants
        self.removeParticipants = removeParticipants
        self.archived = archived
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ConversationView {
        let caller = try call.actor()
        let before = try ConversationReading.find(convID, in: call)
        if archived != nil, before.unread == nil {
            throw ConversationVisibility.onlyParticipants.about("conversation", convID)
        }
        let present = before.participants.map(\.userID)
        let added = (addParticipants ?? []).filter { !present.contains($0) }
        let removed = Set(removeParticipants ?? []).intersection(present)
        if !added.isEmpty || !removed.isEmpty {
            guard call.principal.isStaff || before.createdBy == caller else { throw Self.onlyBeginner(convID) }
        }
        try check(added: added, removed: removed, present: present, caller: caller, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "conversation", convID)

        if let archived, archived != (before.archivedAt != nil) { try setArchived(archived, caller, in: call) }
        let renamed = subject.map { $0.value != before.subject } ?? false
        guard renamed || !added.isEmpty || !removed.isEmpty else {
            return try ConversationReading.find(convID, in: call)
        }
        let kind: Conversation.Kind = added.isEmpty ? before.kind : .group
        try call.transaction.execute(
            """
            UPDATE conversation SET subject = \(subject?.value ?? before.subject), kind = \(kind),
            updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()) WHERE id = \(convID)
            """)
        try ConversationPeople.remove(Array(removed), from: convID, in: call)
        try ConversationPeople.add(added, to: convID, lastMessageAt: before.lastMessageAt, in: call)
        try ConversationSearchDocument.refresh(convID, in: call.transaction)
        if !added.isEmpty || !removed.isEmpty {
            try MessageSearchDocument.refresh(conversation: convID, in: call.transaction)
        }
        note(before, added: added, removed: removed, renamed: renamed, in: call)
        return try ConversationReading.find(convID, in: call)
    }

    private func check(
        added: [User.ID], removed: Set<User.ID>, present: [User.ID], caller: User.ID, in call: Call
    ) throws {
        guard !removed.contains(caller) else {
            throw Problem.invalid(
                field: "remove_participants", code: "invalid",
                Phrase(
                    en: "names yourself; to leave, delete the conversation",
                    fr: "vous cite vous-même ; pour partir, supprimez la conversation"))
        }
        guard !added.isEmpty else { return }
        let together = present.filter { !removed.contains($0) } + added
        try ConversationPeople.checkCount(together.count, field: "add_participants")
        try ConversationPartners.check(added, field: "add_participants", in: call)
        try ConversationPartners.checkTogether(together, field: "add_participants", in: call)
    }

    private func setArchived(_ archived: Bool, _ caller: User.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE conversation_participant SET archived_at = \(archived ? call.now : nil),
            row_seq = \(try call.rowSequence()) WHERE conversation_id = \(convID) AND user_id = \(caller)
            """)
        call.note("conversation", convID, before: ["archived": .bool(!archived)], after: ["archived": .bool(archived)])
    }

    private func note(
        _ before: ConversationView, added: [User.ID], removed: Set<User.ID>, renamed: Bool, in call: Call
    ) {
        var old = JSONObject()
        var new = JSONObject()
        if renamed {
            old["subject"] = .string(before.subject)
            new["subject"] = .string(subject?.value ?? "")
        }
        if !added.isEmpty { new["added"] = .array(added.map { .string($0.description) }) }
        if !removed.isEmpty { new["removed"] = .array(removed.sorted().map { .string($0.description) }) }
        call.note("conversation", convID, before: .object(old), after: .object(new))
    }

    private static func onlyBeginner(_ id: Conversation.ID) -> Problem {
        Problem.notAllowed(
            Phrase(
                en: "Only who began the conversation, or staff, lets people in or asks them out.",
                fr: "Seuls l’initiateur de la conversation et l’agence ajoutent ou retirent des participants.")
        ).about("conversation", id)
    }
}

import Domain
import Storage

/// The messages of a conversation, newest first unless asked otherwise, with a tombstone for each deleted one, or those
/// that match a search.
public struct ListMessages: RouteOperation {
    public static let contract = Contract(
        "messaging.messages.list", .get, "/messaging/conversations/{conv_id}/messages",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Get messages", fr: "Lire les messages"))

    public enum SortField: String, Codable, Sendable, CaseIterable { case sentAt = "sent_at" }

    public var convID: Conversation.ID
    /// A search (`SearchLanguage`) in the words of the messages.
    public var q: Text<500>?
    /// Takes the last word of `q` for the beginning of one, and forgives what is not finished yet.
    public var asYouType: Bool?
    public var senderID: User.ID?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        convID: Conversation.ID, q: Text<500>? = nil, asYouType: Bool? = nil, senderID: User.ID? = nil,
        sortBy: SortField? = nil, sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.convID = convID
        self.q = q
        self.asYouType = asYouType
        self.senderID = senderID
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<MessageView> {
        let query = try q.map { try ConversationSearch.language.parse($0.value, asYouType: asYouType ?? false) }
        _ = try ConversationVisibility.require(convID, in: call)
        let number: Int64? = try call.transaction.value("SELECT row_no FROM conversation WHERE id = \(convID)")
        var conditions: [SQL] = ["m.conversation_id = \(convID)"]
        if let query {
            conditions.append(ConversationSearch.messages(query, in: number ?? 0, call.transaction))
        }
        if let senderID { conditions.append("m.sender_id = \(senderID)") }
        let receipts = try MessageReading.Receipts(of: convID, in: call.transaction)
        let caller = try call.actor()
        var listed = try Listing(
            columns: MessageReading.columns, source: MessageReading.source, conditions: conditions,
            orderColumn: "m.sent_at", idColumn: "m.id", descending: sortOrder != .ascending, orderName: "sent_at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try MessageReading.read(&columns, receipts, for: caller)
        }
        listed.data = try MessageReading.withFailures(listed.data, in: call)
        return listed
    }
}

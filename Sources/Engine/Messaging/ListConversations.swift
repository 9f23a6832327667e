import Domain
import Storage

/// Conversations that the caller may see, the one last written in first: an admin all of them, everybody else those it
/// takes part in. What the caller has put away is left out unless asked for.
public struct ListConversations: RouteOperation {
    public static let contract = Contract(
        "messaging.conversations.list", .get, "/messaging/conversations",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "List conversations", fr: "Lister les conversations"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case lastMessageAt = "last_message_at"
        case createdAt = "created_at"
    }

    /// A search (`SearchLanguage`) in subjects, names and messages; among very many matches the newest 2,000.
    public var q: Text<500>?
    /// Takes the last word of `q` for the beginning of one, and forgives what is not finished yet.
    public var asYouType: Bool?
    /// Only those with, or without, something that the caller has not read.
    public var unread: Bool?
    /// `true` for what the caller has put away.
    public var archived: Bool?
    /// For an admin: only those it takes part in itself.
    public var mine: Bool?
    public var kind: Conversation.Kind?
    public var relatedID: AnyEntity.ID?
    /// Somebody who takes part.
    public var participantID: User.ID?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<500>? = nil, asYouType: Bool? = nil, unread: Bool? = nil, archived: Bool? = nil, mine: Bool? = nil,
        kind: Conversation.Kind? = nil, relatedID: AnyEntity.ID? = nil, participantID: User.ID? = nil,
        sortBy: SortField? = nil, sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.asYouType = asYouType
        self.unread = unread
        self.archived = archived
        self.mine = mine
        self.kind = kind
        self.relatedID = relatedID
        self.participantID = participantID
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ConversationView> {
        let caller = try call.actor()
        let byCreation = sortBy == .createdAt
        let isOwn = !call.principal.isAdmin || mine == true || archived == true || unread == true
        let query = try q.map { try ConversationSearch.language.parse($0.value, asYouType: asYouType ?? false) }
        let found =
            query.map { ConversationSearch.identifiers($0, of: isOwn ? caller : nil, in: call.transaction) }
            ?? participantID.map { Self.conversations(of: $0) }
        var conditions: [SQL] = ["c.deleted_at IS NULL"]
        let source: SQL
        if isOwn {
            let own: SQL = "conversation_participant own JOIN conversation c ON c.id = own.conversation_id"
            source = found.map { "\($0) CROSS JOIN \(own)" } ?? own
            conditions += ["own.user_id = \(caller)", "own.left_at IS NULL"]
        } else {
            let all: SQL = "conversation c \(ConversationReading.ownJoin(caller))"
            source = found.map { "\($0) CROSS JOIN \(all)" } ?? all
        }
        if found != nil { conditions.append(isOwn ? "own.conversation_id = found.id" : "c.id = found.id") }
        conditions.append(archived == true ? "own.archived_at IS NOT NULL" : "own.archived_at IS NULL")
        let listing = Listing(
            columns: ConversationReading.columns, source: source, conditions: conditions + filters,
            orderColumn: byCreation ? "c.created_at" : isOwn ? "own.last_message_at" : "c.last_message_at",
            idColumn: isOwn ? "own.conversation_id" : "c.id", descending: sortOrder != .ascending,
            orderName: byCreation ? "created_at" : "last_message_at")
        var result = try listing.page(
            call, page: page, size: pageSize, cursor: cursor, read: ConversationReading.read)
        try ConversationReading.complete(&result.data, in: call.transaction)
        return result
    }

    /// A table `found(id)` of the conversations that a person takes part in, by an index for each half of them.
    private static func conversations(of person: User.ID) -> SQL {
        """
        (SELECT conversation_id AS id FROM conversation_participant WHERE user_id = \(person) AND left_at IS NULL
        AND archived_at IS NULL UNION ALL SELECT conversation_id AS id FROM conversation_participant
        WHERE user_id = \(person) AND left_at IS NULL AND archived_at IS NOT NULL) AS found
        """
    }

    private var filters: [SQL] {
        var conditions: [SQL] = []
        if let unread { conditions.append(unread ? "own.unread > 0" : "COALESCE(own.unread, 0) = 0") }
        if let kind { conditions.append("c.kind = \(kind)") }
        if let relatedID { conditions.append("c.related_id = \(relatedID)") }
        if let participantID {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM conversation_participant other WHERE other.conversation_id = c.id
                AND other.user_id = \(participantID) AND other.left_at IS NULL)
                """)
        }
        return conditions
    }
}

import Domain
import Storage

/// How conversations are read from the database.
enum ConversationReading {
    /// Over `conversation c` and the caller's own row `own`, which is there for who takes part.
    static let columns: SQL = """
        c.id, c.subject, c.kind, c.related_type, c.related_id, own.unread, own.archived_at, c.message_count,
        c.last_message_at, c.created_at, c.created_by, c.updated_at, c.version
        """

    /// The caller's own row beside `conversation c`.
    static func ownJoin(_ user: User.ID) -> SQL {
        """
        LEFT JOIN conversation_participant own ON own.conversation_id = c.id AND own.user_id = \(user)
        AND own.left_at IS NULL
        """
    }

    /// Without people and last message: those are read for a whole page at once (`complete`).
    static func read(_ columns: inout Columns) throws -> ConversationView {
        ConversationView(
            id: try columns.next(), subject: try columns.next(), kind: try columns.next(),
            relatedType: try columns.next(), relatedID: try columns.next(), participants: [],
            unread: try columns.next(), archivedAt: try columns.next(), messageCount: try columns.next(),
            lastMessage: nil, lastMessageAt: try columns.next(), createdAt: try columns.next(),
            createdBy: try columns.next(), updatedAt: try columns.next(), version: try columns.next())
    }

    /// One conversation that the caller may see; 404 for any other.
    static func find(_ id: Conversation.ID, in call: Call) throws -> ConversationView {
        let found = try call.transaction.first(
            """
            SELECT \(columns) FROM conversation c \(ownJoin(try call.actor()))
            WHERE c.id = \(id) AND \(ConversationVisibility.predicate(for: call.principal))
            """, read)
        guard let found else { throw ConversationVisibility.notFound(id) }
        var views = [found]
        try complete(&views, in: call.transaction)
        return views[0]
    }

    /// Adds the people and the newest message of each.
    static func complete(_ views: inout [ConversationView], in transaction: any Transaction) throws {
        guard !views.isEmpty else { return }
        let ids = views.map(\.id)
        var people: [Conversation.ID: [ConversationView.Participant]] = [:]
        try transaction.forEach(
            """
            SELECT p.conversation_id, p.user_id, u.first_name, u.last_name, u.role, p.last_read_at
            FROM conversation_participant p JOIN user_account u ON u.id = p.user_id
            WHERE p.conversation_id IN \(list: ids) AND p.left_at IS NULL
            ORDER BY p.conversation_id, p.joined_at, p.user_id
            """
        ) { row in
            var columns = Columns(row)
            let id: Conversation.ID = try columns.next()
            people[id, default: []].append(
                ConversationView.Participant(
                    userID: try columns.next(),
                    name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                    role: try columns.next(), lastReadAt: try columns.next()))
            return true
        }
        var messages: [Conversation.ID: ConversationView.LastMessage] = [:]
        try transaction.forEach(
            """
            SELECT m.conversation_id, m.id, m.sender_id, u.first_name, u.last_name, m.body, m.sent_at, m.deleted_at
            FROM conversation c JOIN message m ON m.conversation_id = c.id AND m.sent_at = c.last_message_at
            JOIN user_account u ON u.id = m.sender_id WHERE c.id IN \(list: ids)
            """
        ) { row in
            var columns = Columns(row)
            let id: Conversation.ID = try columns.next()
            var message = ConversationView.LastMessage(
                id: try columns.next(), senderID: try columns.next(),
                senderName: ApplicationReading.fullName(try columns.next(), try columns.next()),
                excerpt: excerpt(try columns.next()), sentAt: try columns.next(), deletedAt: try columns.next())
            if message.deletedAt != nil { message.excerpt = nil }
            messages[id] = message
            return true
        }
        for index in views.indices {
            views[index].participants = people[views[index].id] ?? []
            views[index].lastMessage = messages[views[index].id]
        }
    }

    /// The beginning of a text in one line.
    private static func excerpt(_ body: String) -> String {
        let words = body.prefix(400).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 200 ? String(words.prefix(199)) + "…" : words
    }
}

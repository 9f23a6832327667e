import Domain
import Storage

/// The rows that say who takes part in a conversation.
enum ConversationPeople {
    /// At most so many people in a conversation.
    static let limit = 50

    static func current(_ id: Conversation.ID, in transaction: any Transaction) throws -> [User.ID] {
        try transaction.column(
            """
            SELECT user_id FROM conversation_participant WHERE conversation_id = \(id) AND left_at IS NULL
            ORDER BY joined_at, user_id
            """)
    }

    /// Lets people in, those who had left included. What was said before counts as unread for them.
    static func add(
        _ people: [User.ID], to id: Conversation.ID, lastMessageAt: Instant, in call: Call
    ) throws {
        let sequence = try call.rowSequence()
        for user in people {
            let unread: Int =
                try call.transaction.value(
                    """
                    SELECT COUNT(*) FROM message WHERE conversation_id = \(id) AND deleted_at IS NULL
                    AND sender_id <> \(user)
                    """) ?? 0
            try call.transaction.execute(
                """
                INSERT INTO conversation_participant (conversation_id, user_id, joined_at, unread, last_message_at,
                row_seq) VALUES (\(id), \(user), \(call.now), \(unread), \(lastMessageAt), \(sequence))
                ON CONFLICT (conversation_id, user_id) DO UPDATE SET joined_at = excluded.joined_at,
                last_read_at = NULL, unread = excluded.unread, last_message_at = excluded.last_message_at,
                archived_at = NULL, left_at = NULL, row_seq = excluded.row_seq
                """)
        }
    }

    static func remove(_ people: [User.ID], from id: Conversation.ID, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE conversation_participant SET left_at = \(call.now), unread = 0, row_seq = \(try call.rowSequence())
            WHERE conversation_id = \(id) AND user_id IN \(list: people) AND left_at IS NULL
            """)
    }

    /// Each person once, in the order given, without the caller.
    static func others(_ people: [User.ID], than caller: User.ID) -> [User.ID] {
        var seen: Set<User.ID> = [caller]
        return people.filter { seen.insert($0).inserted }
    }

    static func checkCount(_ count: Int, field: String) throws {
        guard count <= limit else {
            throw Problem.invalid(
                field: field, code: "too_long",
                Phrase(
                    en: "must not bring more than \(limit) people together", fr: "\(limit) participants au plus"))
        }
    }
}

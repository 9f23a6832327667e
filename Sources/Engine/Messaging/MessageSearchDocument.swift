import Domain
import Storage

/// What the full-text index knows of a message: its words, and tokens for its conversation and each of the people in it.
enum MessageSearchDocument {
    /// One message.
    static func write(_ id: Message.ID, in transaction: any Transaction) throws {
        try write(where: "m.id = \(id)", in: transaction)
    }

    /// All messages of a conversation, after people came or left.
    static func refresh(conversation: Conversation.ID, in transaction: any Transaction) throws {
        try write(where: "m.conversation_id = \(conversation)", in: transaction)
    }

    static func remove(_ id: Message.ID, in transaction: any Transaction) throws {
        try remove(where: "m.id = \(id)", in: transaction)
    }

    static func remove(conversation: Conversation.ID, in transaction: any Transaction) throws {
        try remove(where: "m.conversation_id = \(conversation)", in: transaction)
    }

    /// The documents of the messages `m` that meet the condition and are not deleted.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        var scopes: [Conversation.ID: String] = [:]
        return try transaction.all(
            """
            SELECT m.row_no, m.conversation_id, c.row_no, m.body FROM message m
            JOIN conversation c ON c.id = m.conversation_id
            WHERE \(condition) AND m.deleted_at IS NULL AND c.deleted_at IS NULL
            """
        ) { columns in
            (
                key: try columns.next(Int64.self), conversation: try columns.next(Conversation.ID.self),
                number: try columns.next(Int64.self), body: try columns.next(String.self)
            )
        }.map { message in
            let scope = try scopes[message.conversation] ?? scope(message.conversation, message.number, transaction)
            scopes[message.conversation] = scope
            return SearchDocument(key: message.key, contents: [SearchWords.indexed(message.body), scope])
        }
    }

    private static func scope(
        _ conversation: Conversation.ID, _ number: Int64, _ transaction: any Transaction
    ) throws -> String {
        let people = try ConversationPeople.current(conversation, in: transaction)
        return ([ConversationSearch.token(number)] + people.map(ConversationSearch.token)).joined(separator: " ")
    }

    private static func write(where condition: SQL, in transaction: any Transaction) throws {
        try EngineSearch.write(
            all(where: condition, in: transaction), to: EngineSchema.messageSearch, in: transaction)
    }

    private static func remove(where condition: SQL, in transaction: any Transaction) throws {
        let keys: [Int64] = try transaction.column("SELECT m.row_no FROM message m WHERE \(condition)")
        for key in keys { try transaction.search.remove(key, from: EngineSchema.messageSearch) }
    }
}

import Domain
import Storage

/// What the full-text index knows of a conversation: its subject, its people's names, and a token for each of them.
enum ConversationSearchDocument {
    static func refresh(_ id: Conversation.ID, in transaction: any Transaction) throws {
        try EngineSearch.write(
            all(where: "c.id = \(id)", in: transaction), to: EngineSchema.conversationSearch, in: transaction)
    }

    static func remove(_ id: Conversation.ID, in transaction: any Transaction) throws {
        guard let key: Int64 = try transaction.value("SELECT row_no FROM conversation WHERE id = \(id)") else { return }
        try transaction.search.remove(key, from: EngineSchema.conversationSearch)
    }

    /// The documents of the conversations `c` that meet the condition.
    static func all(where condition: SQL, in transaction: any Transaction) throws -> [SearchDocument] {
        var documents: [Int64: (subject: String, names: [String], tokens: [String])] = [:]
        try transaction.forEach(
            """
            SELECT c.row_no, c.subject, u.id, u.first_name, u.last_name FROM conversation c
            LEFT JOIN conversation_participant p ON p.conversation_id = c.id AND p.left_at IS NULL
            LEFT JOIN user_account u ON u.id = p.user_id WHERE \(condition) ORDER BY c.row_no, p.joined_at, p.user_id
            """
        ) { row in
            var columns = Columns(row)
            let key: Int64 = try columns.next()
            let subject: String = try columns.next()
            var document = documents[key] ?? (subject: subject, names: [], tokens: [])
            if let user: User.ID = try columns.next() {
                document.names.append(ApplicationReading.fullName(try columns.next(), try columns.next()))
                document.tokens.append(ConversationSearch.token(user))
            }
            documents[key] = document
            return true
        }
        return documents.sorted { $0.key < $1.key }.map { key, document in
            SearchDocument(
                key: key,
                contents: [
                    SearchWords.indexed(document.subject), SearchWords.indexed(document.names.joined(separator: "\n")),
                    document.tokens.joined(separator: " "),
                ])
        }
    }
}

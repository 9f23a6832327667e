import Domain
import Storage

/// Searching conversations by their subject, their people and what is written in them.
enum ConversationSearch {
    /// What may stand before a colon, in English and in French.
    static let language = SearchLanguage(fields: [
        "subject": ["subject"], "objet": ["subject"], "person": ["people"], "personne": ["people"], "text": ["text"],
        "texte": ["text"],
    ])
    /// So many matches are looked at, the newest ones: a search costs the same however much was written.
    static let limit = 2_000

    /// The token that stands in every document of a conversation for each of its people.
    static func token(_ user: User.ID) -> String { "u" + user.description.filter { $0 != "-" } }
    /// The token of the conversation itself.
    static func token(_ conversation: Int64) -> String { "c\(conversation)" }

    /// A table `found(id)` of the conversations that match: in subject and people, or in a message. With a person, only
    /// that person's.
    static func identifiers(_ query: SearchQuery, of user: User.ID?, in transaction: any Transaction) -> SQL {
        let heads = transaction.search.match(
            scoped(query.restricted(to: ["subject", "people"]), user), in: EngineSchema.conversationSearch)
        let texts = transaction.search.match(
            scoped(query.restricted(to: ["text"]), user), in: EngineSchema.messageSearch)
        return """
            (SELECT head.id AS id FROM (SELECT \(heads.key) AS number FROM \(heads.table) WHERE \(heads.condition)
            ORDER BY \(heads.key) DESC LIMIT \(limit)) AS heads JOIN conversation head ON head.row_no = heads.number
            UNION SELECT said.conversation_id AS id FROM (SELECT \(texts.key) AS number FROM \(texts.table)
            WHERE \(texts.condition) ORDER BY \(texts.key) DESC LIMIT \(limit)) AS texts
            JOIN message said ON said.row_no = texts.number) AS found
            """
    }

    /// The messages `m` of one conversation that match, as a condition.
    static func messages(_ query: SearchQuery, in conversation: Int64, _ transaction: any Transaction) -> SQL {
        let match = transaction.search.match(
            .all([query.restricted(to: ["text"]), .word(token(conversation), fields: ["scope"])]),
            in: EngineSchema.messageSearch)
        return "m.row_no IN (SELECT \(match.key) FROM \(match.table) WHERE \(match.condition))"
    }

    private static func scoped(_ query: SearchQuery, _ user: User.ID?) -> SearchQuery {
        guard let user else { return query }
        return .all([query, .word(token(user), fields: ["scope"])])
    }
}

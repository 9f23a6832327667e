import Domain
import Storage

/// How messages are read from the database.
enum MessageReading {
    /// Over `message m` and its sender `u`.
    static let columns: SQL = """
        m.id, m.conversation_id, m.sender_id, u.first_name, u.last_name, m.body, m.sent_at, m.edited_at, m.deleted_at,
        m.version
        """
    static let source: SQL = "message m JOIN user_account u ON u.id = m.sender_id"

    /// How far each of the people of one conversation has read.
    struct Receipts {
        private let people: [(user: User.ID, until: Instant?)]

        init(of conversation: Conversation.ID, in transaction: any Transaction) throws {
            people = try transaction.all(
                """
                SELECT user_id, last_read_at FROM conversation_participant
                WHERE conversation_id = \(conversation) AND left_at IS NULL ORDER BY joined_at, user_id
                """
            ) { columns in (user: try columns.next(), until: try columns.next()) }
        }

        func readers(of sender: User.ID, at sent: Instant) -> [User.ID] {
            people.filter { person in person.user != sender && person.until.map { $0 >= sent } ?? false }.map(\.user)
        }
    }

    static func read(_ columns: inout Columns, _ receipts: Receipts, for caller: User.ID) throws -> MessageView {
        var view = MessageView(
            id: try columns.next(), conversationID: try columns.next(), senderID: try columns.next(),
            senderName: ApplicationReading.fullName(try columns.next(), try columns.next()), body: try columns.next(),
            sentAt: try columns.next(), editedAt: try columns.next(), deletedAt: try columns.next(), own: false,
            readBy: [], undelivered: nil, version: try columns.next())
        view.own = view.senderID == caller
        view.readBy = receipts.readers(of: view.senderID, at: view.sentAt)
        if view.deletedAt != nil { view.body = nil }
        return view
    }

    /// A message of a conversation that the caller may see; 404 for any other.
    static func find(_ id: Message.ID, in call: Call) throws -> MessageView {
        let conversation: Conversation.ID? = try call.transaction.value(
            """
            SELECT m.conversation_id FROM message m JOIN conversation c ON c.id = m.conversation_id
            WHERE m.id = \(id) AND \(ConversationVisibility.predicate(for: call.principal))
            """)
        guard let conversation else { throw ConversationVisibility.notFound(message: id) }
        let receipts = try Receipts(of: conversation, in: call.transaction)
        let caller = try call.actor()
        let found = try call.transaction.first("SELECT \(columns) FROM \(source) WHERE m.id = \(id)") { columns in
            try read(&columns, receipts, for: caller)
        }
        guard let found else { throw ConversationVisibility.notFound(message: id) }
        return try withFailures([found], in: call)[0]
    }

    /// The messages with what is known of their mails, as far as the caller wrote them or belongs to the agency.
    static func withFailures(_ messages: [MessageView], in call: Call) throws -> [MessageView] {
        let ids = messages.filter { $0.own || call.principal.isStaff }.map(\.id)
        let failures = try MessageMail.undelivered(ids, in: call.transaction)
        guard !failures.isEmpty else { return messages }
        return messages.map { message in
            var message = message
            message.undelivered = failures[message.id]
            return message
        }
    }

    /// Refuses with 409 a message that is a tombstone.
    static func checkThere(_ message: MessageView) throws {
        guard message.deletedAt != nil else { return }
        throw Problem.conflict(
            Phrase(en: "The message was deleted.", fr: "Le message a été supprimé.")
        ).about("message", message.id)
    }

    /// Refuses with 403 who neither sent the message nor is an admin.
    static func checkSender(_ message: MessageView, in call: Call) throws {
        guard message.own || call.principal.isAdmin else {
            throw Problem.notAllowed(
                Phrase(
                    en: "Only who sent a message, or an admin, changes or deletes it.",
                    fr: "Seuls l’expéditeur d’un message et un administrateur le modifient ou le suppriment.")
            ).about("message", message.id)
        }
    }
}

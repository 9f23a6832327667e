import Domain
import Storage

/// Which conversations a caller may see: those it takes part in, and an admin all of them (`domain.md`, scope by role).
/// Lists, counts, search and messages all go through it. See docs/decisions/0130-who-writes-to-whom.md.
enum ConversationVisibility {
    /// The condition on `conversation c` that the caller may see it.
    static func predicate(for principal: Principal) -> SQL {
        if principal.isAdmin { return "c.deleted_at IS NULL" }
        guard let user = principal.userID else { return "1 = 0" }
        return """
            c.deleted_at IS NULL AND EXISTS (SELECT 1 FROM conversation_participant mine
            WHERE mine.conversation_id = c.id AND mine.user_id = \(user) AND mine.left_at IS NULL)
            """
    }

    /// Refuses with 404 a conversation that does not exist or not for this caller, and answers whether the caller takes
    /// part in it.
    static func require(_ id: Conversation.ID, in call: Call) throws -> Bool {
        let sql: SQL = """
            SELECT CASE WHEN EXISTS (SELECT 1 FROM conversation_participant own WHERE own.conversation_id = c.id
            AND own.user_id = \(try call.actor()) AND own.left_at IS NULL) THEN 1 ELSE 0 END
            FROM conversation c WHERE c.id = \(id) AND \(predicate(for: call.principal))
            """
        guard let takesPart: Bool = try call.transaction.value(sql) else { throw notFound(id) }
        return takesPart
    }

    /// As `require`, and refuses with 403 an admin who only looks on.
    static func requireParticipant(_ id: Conversation.ID, in call: Call) throws {
        guard try require(id, in: call) else { throw onlyParticipants.about("conversation", id) }
    }

    static func notFound(_ id: Conversation.ID) -> Problem {
        Problem.notFound(Phrase(en: "conversation", fr: "conversation")).about("conversation", id)
    }

    static func notFound(message id: Message.ID) -> Problem {
        Problem.notFound(Phrase(en: "message", fr: "message")).about("message", id)
    }

    static let onlyParticipants = Problem.notAllowed(
        Phrase(
            en: "Only who takes part in a conversation writes in it, reads it off and puts it away.",
            fr: "Seuls les participants d’une conversation y écrivent, la marquent comme lue et l’archivent."))
}

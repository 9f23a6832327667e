import Domain
import Storage

/// What of a person's rows a reader gets: less than what anonymisation erases (docs/decisions/0196).
struct PersonalDataAccess {
    let scope: PersonScope
    let isOwn: Bool
    let principal: Principal

    /// What staff other than administrators read nowhere else.
    private static let administrative: Set<String> = [
        "audit_log", "bulk_recipient", "notification", "outbox", "session", "user_account",
    ]

    func mayRead(_ table: PersonalTable) -> Bool {
        isOwn || principal.isAdmin || !Self.administrative.contains(table.name)
    }

    /// What a column of `n` is read as: what opens an account until it has left is nobody's to read.
    func expression(_ column: String, of table: PersonalTable) -> String {
        table.name == "outbox" && column == "body"
            ? "CASE WHEN n.holds_secret = 1 THEN NULL ELSE n.body END" : "n.\(column)"
    }

    /// The conditions on rows `n` of a table beside that they are the person's.
    func conditions(on table: String) -> [SQL] {
        switch table {
        case "note": [notes, "n.deleted_at IS NULL"]
        case "conversation": conversation("n.id", message: nil)
        case "message": conversation("n.conversation_id", message: "n") + ["n.deleted_at IS NULL"]
        case "outbox" where isOwn:
            // Mail about the person to others is theirs.
            ["(n.recipient_id IN \(list: scope.users) OR LOWER(n.recipient) IN \(list: scope.addresses))"]
        case "offer" where isOwn: ["n.sent_at IS NOT NULL"]
        default: []
        }
    }

    var notes: SQL {
        isOwn ? "n.visibility IN ('client', 'team')" : NoteVisibility.predicate(for: principal)
    }

    /// Whoever is no administrator reads the conversations that it takes part in; the person also what was said before
    /// it left, and its own words.
    private func conversation(_ id: SQL, message: SQL?) -> [SQL] {
        if isOwn {
            let until: SQL = message.map { "AND \($0).sent_at <= COALESCE(p.left_at, \($0).sent_at)" } ?? ""
            let own: SQL = message.map { "OR \($0).sender_id IN \(list: scope.users)" } ?? ""
            return [
                """
                (EXISTS (SELECT 1 FROM conversation_participant p WHERE p.conversation_id = \(id)
                AND p.user_id IN \(list: scope.users) \(until)) \(own))
                """
            ]
        }
        if principal.isAdmin { return [] }
        return [
            """
            EXISTS (SELECT 1 FROM conversation c WHERE c.id = \(id)
            AND \(ConversationVisibility.predicate(for: principal)))
            """
        ]
    }

    /// The applications whose job the person may not know: it was found for them by somebody and has not applied.
    func hiddenJobs(in transaction: any Transaction) throws -> Set<Application.ID> {
        guard isOwn else { return [] }
        let ids: [Application.ID] = try transaction.column(
            """
            SELECT a.id FROM application a JOIN job j ON j.id = a.job_id
            WHERE a.id IN \(list: scope.applications) AND (\(ApplicationVisibility.jobKnownColumn)) = 0
            """)
        return Set(ids)
    }
}

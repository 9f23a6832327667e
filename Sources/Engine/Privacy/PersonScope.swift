import Domain
import Storage

/// Every row that stands for one person: its record and those that were merged into it, their accounts, their
/// applications, and the conversations that they take part in or that are about them.
struct PersonScope {
    var candidates: [Candidate.ID]
    var users: [User.ID]
    /// Those that go on in another of the same person, and those in the trash, included.
    var applications: [Application.ID]
    /// Between the person and one other, or about the person: all that is said there is said to or about it.
    var ownConversations: [Conversation.ID]
    /// Groups that the person is, or was, in.
    var sharedConversations: [Conversation.ID]
    /// Addresses, folded.
    var addresses: [String]

    init(_ id: Candidate.ID, in transaction: any Transaction) throws {
        let candidates: [Candidate.ID] = try transaction.column(
            "SELECT id FROM candidate WHERE id = \(id) OR merged_into_id = \(id) ORDER BY id")
        // A person who became an employee keeps an account that is more than the candidate's.
        let users: [User.ID] = try transaction.column(
            """
            SELECT u.id FROM candidate c JOIN user_account u ON u.id = c.user_id
            WHERE c.id IN \(list: candidates) AND u.role = 'candidate' ORDER BY u.id
            """)
        let applications: [Application.ID] = try transaction.column(
            "SELECT id FROM application WHERE candidate_id IN \(list: candidates) ORDER BY id")
        let conversations = try transaction.all(
            """
            SELECT c.id, c.kind, CASE WHEN c.related_id IN \(list: Self.subjects(candidates, applications))
            THEN 1 ELSE 0 END FROM conversation c
            WHERE c.related_id IN \(list: Self.subjects(candidates, applications))
            OR c.id IN (SELECT p.conversation_id FROM conversation_participant p WHERE p.user_id IN \(list: users))
            ORDER BY c.id
            """
        ) { columns in
            (
                id: try columns.next(Conversation.ID.self), kind: try columns.next(Conversation.Kind.self),
                isAbout: try columns.next(Bool.self)
            )
        }
        self.candidates = candidates
        self.users = users
        self.applications = applications
        ownConversations = conversations.filter { $0.kind == .direct || $0.isAbout }.map(\.id)
        sharedConversations = conversations.filter { $0.kind != .direct && !$0.isAbout }.map(\.id)
        let written: [String] = try transaction.column(
            """
            SELECT value_folded FROM candidate_contact WHERE kind = 'email' AND candidate_id IN \(list: candidates)
            UNION SELECT LOWER(email) FROM user_account WHERE id IN \(list: users)
            """)
        let stored: [String] = try transaction.column(
            "SELECT emails FROM candidate WHERE id IN \(list: candidates)")
        let listed = try stored.flatMap { try StoredJSON.texts($0, ["value"]) }.map { EmailAddress(stored: $0).folded }
        addresses = Array(Set(written + listed)).sorted()
    }

    /// What notes, mails and conversations may be about.
    var subjects: [AnyEntity.ID] { Self.subjects(candidates, applications) }

    private static func subjects(_ candidates: [Candidate.ID], _ applications: [Application.ID]) -> [AnyEntity.ID] {
        candidates.map { $0.cast() } + applications.map { $0.cast() }
    }

    var conversations: [Conversation.ID] { ownConversations + sharedConversations }
}

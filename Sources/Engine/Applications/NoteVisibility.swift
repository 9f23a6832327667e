import Domain
import Storage

/// Which notes about an application a caller may read and write: an employer those for the client and the team, a
/// consultant those and not the admins', and a private one only its author.
enum NoteVisibility {
    /// The kinds that the role may read, beside its own private ones, and write.
    static func kinds(for principal: Principal) -> [Note.Visibility] {
        switch principal.role {
        case .employer: [.client, .team]
        case .consultant: [.client, .team, .personal]
        case .admin, .superadmin: [.client, .team, .personal, .adminOnly]
        case .candidate, nil: []
        }
    }

    /// The condition on `note n`.
    static func predicate(for principal: Principal) -> SQL {
        switch principal.role {
        case .employer: "n.visibility IN ('client', 'team')"
        case .consultant:
            """
            (n.visibility IN ('client', 'team') OR n.visibility = 'private' AND n.author_id = \(principal.userID))
            """
        case .admin, .superadmin: "(n.visibility <> 'private' OR n.author_id = \(principal.userID))"
        case .candidate, nil: "1 = 0"
        }
    }

    /// Refuses mentions of people who may not read the note.
    static func check(
        mentions: [User.ID], visibility: Note.Visibility, company: Company.ID, author: User.ID, in call: Call
    ) throws {
        guard !mentions.isEmpty else { return }
        let readers = try call.transaction.column(
            """
            SELECT id FROM user_account WHERE id IN \(list: mentions) AND status = 'active' AND deleted_at IS NULL
            AND \(readers(of: visibility, company: company, author: author))
            """, as: User.ID.self)
        let missing = Set(mentions).subtracting(readers)
        guard missing.isEmpty else {
            throw Problem.invalid(
                field: "mentions", code: "invalid",
                Phrase(
                    en: "names somebody who may not read this note",
                    fr: "cite quelqu’un qui ne peut pas lire cette note"))
        }
    }

    private static func readers(of visibility: Note.Visibility, company: Company.ID, author: User.ID) -> SQL {
        switch visibility {
        case .personal: "id = \(author)"
        case .adminOnly: "role IN ('admin', 'superadmin')"
        case .client, .team:
            """
            (role IN ('consultant', 'admin', 'superadmin') OR role = 'employer' AND company_id = \(company))
            """
        }
    }
}

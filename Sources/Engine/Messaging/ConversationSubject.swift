import Domain
import Storage

/// What a conversation is about, given as a kind and an identifier that belong together.
struct ConversationSubject {
    var type: Conversation.Related
    var id: AnyEntity.ID

    /// Throws 422 where only one of the two is there.
    init?(_ type: Conversation.Related?, _ id: AnyEntity.ID?) throws {
        switch (type, id) {
        case (nil, nil): return nil
        case (let type?, let id?):
            self.type = type
            self.id = id
        case (nil, _):
            throw Problem.invalid(
                field: "related_type", code: "required",
                Phrase(en: "is required with related_id", fr: "est obligatoire avec related_id"))
        case (_, nil):
            throw Problem.invalid(
                field: "related_id", code: "required",
                Phrase(en: "is required with related_type", fr: "est obligatoire avec related_type"))
        }
    }

    /// Refuses with 422 a row that does not exist or not for the caller.
    func check(in call: Call) throws {
        let principal = call.principal
        let found: SQL =
            switch type {
            case .application:
                """
                SELECT 1 FROM application a WHERE a.id = \(id) AND a.deleted_at IS NULL
                AND \(ApplicationVisibility.predicate(for: principal))
                """
            case .candidate:
                """
                SELECT 1 FROM candidate c WHERE c.id = \(id)
                AND \(CandidateVisibility.predicate(for: principal, now: call.now))
                """
            case .company:
                "SELECT 1 FROM company c WHERE c.id = \(id) AND \(CompanyVisibility.condition(principal))"
            case .job: "SELECT 1 FROM job j WHERE j.id = \(id) AND \(JobVisibility.condition(principal))"
            }
        guard try call.transaction.exists(found) else {
            throw Problem.invalid(
                field: "related_id", code: "invalid",
                Phrase(en: "is not the id of such a row", fr: "ne désigne aucune fiche de ce type"))
        }
    }
}

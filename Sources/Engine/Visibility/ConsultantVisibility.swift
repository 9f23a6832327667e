import Domain
import Storage

/// Which consultants a caller sees: admins all of them, a consultant itself. For everybody else they are names beside
/// a job or an application.
enum ConsultantVisibility {
    /// The condition on `consultant k` that holds for the rows that the caller may see.
    static func condition(_ principal: Principal) -> SQL {
        if principal.isAdmin { return "k.deleted_at IS NULL" }
        guard let own = principal.consultantID else { return "1 = 0" }
        return "k.deleted_at IS NULL AND k.id = \(own)"
    }

    /// Refuses with 404 a consultant that does not exist for the caller.
    static func require(_ id: Consultant.ID, in call: Call) throws {
        let isSeen = try call.transaction.exists(
            "SELECT 1 FROM consultant k WHERE k.id = \(id) AND \(condition(call.principal))")
        guard isSeen else { throw notFound(id) }
    }

    static func notFound(_ id: Consultant.ID) -> Problem {
        Problem.notFound(Phrase(en: "consultant", fr: "consultant")).about("consultant", id)
    }
}

import Domain
import Storage

/// Which applications a caller may see, and which of them with the candidate's name (`domain.md`, “Scope, by role”).
/// Lists, counts, boards, search, interviews, offers and notes all go through it.
enum ApplicationVisibility {
    /// The condition on the `application` table under this alias.
    static func predicate(for principal: Principal, alias: String = "a") -> SQL {
        switch principal.role {
        case .consultant, .admin, .superadmin:
            return "1 = 1"
        case .employer:
            guard let company = principal.companyID else { return "1 = 0" }
            return "\(SQL(trusted: alias + ".company_id = ")) \(company)"
        case .candidate:
            guard let candidate = principal.candidateID else { return "1 = 0" }
            return "\(SQL(trusted: alias + ".candidate_id = ")) \(candidate)"
        case nil:
            return "1 = 0"
        }
    }

    /// The condition on what belongs to an application, `a`, by the column that names it. Those in the trash are few, so
    /// for those who see all the others `a` need not be looked at.
    static func predicate(for principal: Principal, ofApplication column: SQL) -> SQL {
        guard principal.isStaff else { return "a.deleted_at IS NULL AND \(predicate(for: principal))" }
        return "\(column) NOT IN (SELECT id FROM application WHERE deleted_at IS NOT NULL)"
    }

    /// Refuses with 404 an application that does not exist or not for this caller.
    static func require(_ id: Application.ID, in call: Call) throws {
        let found = try call.transaction.exists(
            "SELECT 1 FROM application a WHERE a.id = \(id) AND a.deleted_at IS NULL AND \(predicate(for: call.principal))"
        )
        guard found else { throw notFound(id) }
    }

    static func notFound(_ id: Application.ID) -> Problem {
        Problem.notFound(Phrase(en: "application", fr: "candidature")).about("application", id)
    }

    /// A column that is 1 where the caller may know who the candidate of `a` is. An employer may once the candidate
    /// made an application to its company itself, or one reached `submitted`.
    static func nameColumn(for principal: Principal) -> SQL { principal.role == .employer ? employerName : "1" }

    private static let employerName: SQL = """
        CASE WHEN a.client_visible = 1 THEN 1 WHEN EXISTS (SELECT 1 FROM application v
        WHERE v.candidate_id = a.candidate_id AND v.company_id = a.company_id AND v.client_visible = 1
        AND v.deleted_at IS NULL) THEN 1 ELSE 0 END
        """

    /// The condition that an application ever came further than `sourced`: its candidate applied, or was said to. One
    /// that was only sourced, even if it was rejected or withdrawn since, opens no hidden job to the candidate.
    static func isApplied(alias: String) -> SQL {
        let a = SQL(trusted: alias)
        return """
            (\(a).status NOT IN ('sourced', 'rejected', 'withdrawn') OR \(a).status <> 'sourced'
            AND EXISTS (SELECT 1 FROM status_history past WHERE past.application_id = \(a).id
            AND past.to_status NOT IN ('sourced', 'rejected', 'withdrawn')))
            """
    }

    /// A column that is 1 where the candidate of `a` may know which job `j` it is about, as in `JobVisibility`.
    static let jobKnownColumn: SQL = """
        CASE WHEN \(JobVisibility.published) OR \(isApplied(alias: "a")) THEN 1 ELSE 0 END
        """

    /// What stands for the title of a job that the candidate may not know.
    static let confidentialJob = Phrase(en: "Confidential job", fr: "Poste confidentiel")

    /// What stands for the name of a candidate that the caller may not know: its title, or a neutral word.
    static func anonymousName(title: String?, for principal: Principal) -> String {
        if let title, !title.isEmpty { return title }
        return Phrase(en: "Anonymous profile", fr: "Profil anonyme")[principal.language]
    }
}

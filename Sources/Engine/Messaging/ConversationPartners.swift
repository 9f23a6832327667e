import Domain
import Storage

/// Whom a caller may begin to write to, and who may be in a conversation together.
/// See docs/decisions/0130-who-writes-to-whom.md.
enum ConversationPartners {
    /// The condition on `user_account u` that the caller may write to this person first.
    static func predicate(for principal: Principal) throws -> SQL {
        guard let user = principal.userID else { return "1 = 0" }
        // Most accounts are active: `IS TRUE` keeps a list from beginning at all of them (`ListIndexes`).
        let reachable: SQL = "(u.status = 'active') IS TRUE AND u.deleted_at IS NULL AND u.id <> \(user)"
        return "\(reachable) AND \(scope(of: principal))"
    }

    private static func scope(of principal: Principal) -> SQL {
        switch principal.role {
        case .admin, .superadmin, .consultant: "1 = 1"
        case .employer: employerScope(principal)
        case .candidate: candidateScope(principal)
        case nil: "1 = 0"
        }
    }

    /// An employer: the admins, its colleagues, the consultants who work for its company, and the candidates that it
    /// knows in full. Each part begins at an index of its own, so that nobody walks all accounts.
    private static func employerScope(_ principal: Principal) -> SQL {
        guard let company = principal.companyID else { return "u.role = 'admin'" }
        return """
            (u.role = 'admin' OR u.role = 'employer' AND u.company_id = \(company)
            OR u.role = 'consultant' AND u.id IN (SELECT k.user_id FROM consultant k WHERE k.deleted_at IS NULL
            AND k.id IN (SELECT o.owner_consultant_id FROM company o WHERE o.id = \(company)
            UNION SELECT j.owner_consultant_id FROM job j WHERE j.company_id = \(company) AND j.deleted_at IS NULL
            UNION SELECT g.consultant_id FROM assignment g WHERE g.subject_id = \(company) AND g.ends_at IS NULL
            AND g.deleted_at IS NULL))
            OR u.role = 'candidate' AND u.id IN (SELECT c.user_id FROM candidate c WHERE c.id IN
            (SELECT a.candidate_id FROM application a WHERE a.company_id = \(company)) AND c.deleted_at IS NULL
            AND c.user_id IS NOT NULL AND \(CandidateVisibility.isFull(for: principal))))
            """
    }

    /// A candidate: the admins, and the consultants who look after it or after one of its applications.
    private static func candidateScope(_ principal: Principal) -> SQL {
        guard let candidate = principal.candidateID else { return "u.role = 'admin'" }
        return """
            (u.role = 'admin' OR u.role = 'consultant' AND u.id IN (SELECT k.user_id FROM consultant k
            WHERE k.deleted_at IS NULL AND k.id IN (
            SELECT c.owner_consultant_id FROM candidate c WHERE c.id = \(candidate)
            UNION SELECT a.consultant_id FROM application a WHERE a.candidate_id = \(candidate)
            AND a.deleted_at IS NULL AND \(ApplicationVisibility.isApplied(alias: "a"))
            UNION SELECT g.consultant_id FROM assignment g WHERE g.subject_id = \(candidate) AND g.ends_at IS NULL
            AND g.deleted_at IS NULL)))
            """
    }

    /// Refuses people whom the caller may not write to; that somebody does not exist is said in the same words.
    static func check(_ people: [User.ID], field: String, in call: Call) throws {
        guard !people.isEmpty else { return }
        let known = try call.transaction.column(
            """
            SELECT u.id FROM user_account u WHERE u.id IN \(list: people)
            AND \(try predicate(for: call.principal))
            """, as: User.ID.self)
        guard Set(people).isSubset(of: known) else {
            throw Problem.invalid(
                field: field, code: "not_allowed",
                Phrase(
                    en: "names somebody whom you cannot write to; messaging.recipients.list names those whom you can",
                    fr: "cite quelqu’un à qui vous ne pouvez pas écrire ; messaging.recipients.list énumère les autres")
            )
        }
        guard call.principal.isStaff else { return }
        let blocked: SQL = """
            SELECT 1 FROM candidate c WHERE c.user_id IN \(list: people) AND c.status = 'do_not_contact'
            AND c.deleted_at IS NULL
            """
        guard try !call.transaction.exists(blocked) else {
            throw Problem.conflict(
                Phrase(
                    en: "A candidate among them asked not to be contacted.",
                    fr: "Un candidat parmi eux a demandé à ne pas être contacté."))
        }
    }

    /// Refuses people who may not be in one conversation: two candidates, employers of two companies, or an employer and
    /// a candidate whom its company does not know in full. The names of a conversation's people are there for all to see.
    static func checkTogether(_ people: [User.ID], field: String, in call: Call) throws {
        let rows = try call.transaction.all(
            """
            SELECT u.role, u.company_id, c.id FROM user_account u
            LEFT JOIN candidate c ON c.user_id = u.id AND c.deleted_at IS NULL AND u.role = 'candidate'
            WHERE u.id IN \(list: people)
            """
        ) { columns in
            (
                role: try columns.next(Role.self), company: try columns.next(Company.ID?.self),
                candidate: try columns.next(Candidate.ID?.self)
            )
        }
        let candidates = rows.filter { $0.role == .candidate }
        let employers = rows.filter { $0.role == .employer }
        guard candidates.count <= 1 else {
            throw apart(
                field,
                Phrase(
                    en: "holds more than one candidate: candidates must not learn of one another",
                    fr: "réunit plusieurs candidats : ils ne doivent pas se connaître"))
        }
        guard Set(employers.map(\.company)).count <= 1 else {
            throw apart(
                field,
                Phrase(
                    en: "holds employers of more than one company: clients must not learn of one another",
                    fr: "réunit des employeurs de plusieurs sociétés : les clients ne doivent pas se connaître"))
        }
        guard let candidate = candidates.first, let employer = employers.first else { return }
        let viewer = Principal(role: .employer, companyID: employer.company)
        let known: SQL = """
            SELECT 1 FROM candidate c WHERE c.id = \(candidate.candidate)
            AND \(CandidateVisibility.isFull(for: viewer))
            """
        guard try candidate.candidate != nil && call.transaction.exists(known) else {
            throw apart(
                field,
                Phrase(
                    en: "brings a candidate together with an employer who may not know it yet",
                    fr: "met un candidat en relation avec un employeur qui ne peut pas encore le connaître"))
        }
    }

    private static func apart(_ field: String, _ message: Phrase) -> Problem {
        Problem.invalid(field: field, code: "not_together", message)
    }
}

import Domain
import Storage

/// Which candidates a caller may see, and which of them only as an anonymous profile (`domain.md`, scope by role).
/// Every list, count, search and sub-resource of candidates goes through here.
public enum CandidateVisibility {
    public enum Level: Sendable, Hashable {
        /// The whole row.
        case full
        /// The closed list of an anonymous profile: no name, no contact, no free text, no document.
        case anonymous
    }

    /// The condition on a row of `candidate` (under the name `alias`) that the caller may see at all.
    public static func predicate(for principal: Principal, now: Instant, alias: String = "c") -> SQL {
        let c = SQL(trusted: alias)
        switch principal.role {
        case .consultant, .admin, .superadmin: return "\(c).deleted_at IS NULL"
        case .candidate:
            guard let own = principal.candidateID else { return "1 = 0" }
            return "\(c).id = \(own) AND \(c).deleted_at IS NULL"
        case .employer:
            guard let company = principal.companyID else { return "1 = 0" }
            return """
                \(c).deleted_at IS NULL AND (\(searchable(now: now, alias: alias))
                OR EXISTS (SELECT 1 FROM application seen WHERE seen.candidate_id = \(c).id
                AND seen.company_id = \(company) AND seen.deleted_at IS NULL))
                """
        case nil: return "1 = 0"
        }
    }

    /// What `predicate` says, in parts that have no row in common, each of which begins at an index of its own: an
    /// employer's searchable candidates, and those of its own applications that are not.
    static func parts(for principal: Principal, now: Instant) -> [[SQL]] {
        guard principal.role == .employer, let company = principal.companyID else {
            return [[predicate(for: principal, now: now)]]
        }
        let searchable = searchable(now: now, alias: "c")
        return [
            ["c.deleted_at IS NULL", searchable],
            [
                "c.deleted_at IS NULL", "NOT \(searchable)",
                """
                c.id IN (SELECT seen.candidate_id FROM application seen WHERE seen.company_id = \(company)
                AND seen.deleted_at IS NULL)
                """,
            ],
        ]
    }

    /// The condition that a candidate is one that any employer may find: looking for work, consent in force. Most are,
    /// so no list should begin at their status: `IS TRUE` hides it. The index of those (`ListIndexes`) says the same.
    static func searchable(now: Instant, alias: String = "c") -> SQL {
        let c = SQL(trusted: alias)
        return """
            ((\(c).status IN ('active', 'passive')) IS TRUE AND \(c).consent_given_at IS NOT NULL
            AND \(c).anonymized_at IS NULL AND (\(c).consent_expires_at IS NULL OR \(c).consent_expires_at > \(now)))
            """
    }

    /// The condition that the caller sees the row in full. Only together with `predicate`.
    public static func isFull(for principal: Principal, alias: String = "c") -> SQL {
        guard principal.role == .employer else { return "1 = 1" }
        guard let company = principal.companyID else { return "1 = 0" }
        let c = SQL(trusted: alias)
        return """
            EXISTS (SELECT 1 FROM application made WHERE made.candidate_id = \(c).id
            AND made.company_id = \(company) AND made.client_visible = 1 AND made.deleted_at IS NULL)
            """
    }

    /// `isFull` as a column: 1 or 0.
    public static func fullFlag(for principal: Principal, alias: String = "c") -> SQL {
        principal.role == .employer ? "CASE WHEN \(isFull(for: principal, alias: alias)) THEN 1 ELSE 0 END" : "1"
    }

    /// How much of a candidate the caller sees; `nil` where it does not exist for the caller.
    static func level(
        of id: Candidate.ID, for principal: Principal, now: Instant, in transaction: any Transaction
    ) throws -> Level? {
        let full: Bool? = try transaction.value(
            """
            SELECT \(fullFlag(for: principal)) FROM candidate c
            WHERE c.id = \(id) AND \(predicate(for: principal, now: now))
            """)
        return full.map { $0 ? .full : .anonymous }
    }

    /// How much of a candidate the caller sees. Throws 404 where it does not exist for the caller.
    @discardableResult
    public static func require(_ id: Candidate.ID, in call: Call) throws -> Level {
        guard let level = try level(of: id, for: call.principal, now: call.now, in: call.transaction) else {
            throw notFound(id)
        }
        return level
    }

    /// Lets only those pass who see the candidate in full. Throws 404 where the candidate does not exist for the
    /// caller and 403 where the caller sees no more than an anonymous profile.
    public static func requireFull(_ id: Candidate.ID, in call: Call) throws {
        if try require(id, in: call) == .anonymous { throw onlyAnonymous.about("candidate", id) }
    }

    static func notFound(_ id: Candidate.ID) -> Problem {
        Problem.notFound(Phrase(en: "candidate", fr: "candidat")).about("candidate", id)
    }

    static let onlyAnonymous = Problem.notAllowed(
        Phrase(
            en:
                "You see this candidate as an anonymous profile only, until it has applied to or been submitted for one "
                + "of your jobs.",
            fr: "Ce candidat ne vous est visible qu’en profil anonyme, tant qu’il n’a pas postulé à l’une de vos "
                + "offres ou ne vous a pas été présenté."))
}

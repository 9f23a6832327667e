import Domain
import Storage

/// Writes rows of `candidate_skill`.
enum CandidateSkillWriting {
    /// For rows that `addSkill` fills.
    static let insertion = Insertion(
        into: "candidate_skill", "\(NewRow.columns), candidate_id, skill_id, level, origin")

    /// Adds a skill or changes it; one that was taken away comes back.
    static func put(
        candidate: Candidate.ID, skill: Skill.ID, level: Int, years: Double?, lastUsed: PartialDate?,
        origin: Skill.Origin, evidence: String?, in call: Call
    ) throws {
        try call.transaction.execute(
            """
            INSERT INTO candidate_skill (id, created_at, updated_at, created_by, version, row_seq, candidate_id,
            skill_id, level, years, last_used, origin, evidence)
            VALUES (\(call.newID(CandidateSkill.self)), \(call.now), \(call.now), \(call.principal.userID), 1,
            \(call.rowSequence()), \(candidate), \(skill), \(level), \(years), \(lastUsed), \(origin), \(evidence))
            ON CONFLICT (candidate_id, skill_id) DO UPDATE SET updated_at = excluded.updated_at,
            version = candidate_skill.version + 1, row_seq = excluded.row_seq, level = excluded.level,
            years = excluded.years, last_used = excluded.last_used, origin = excluded.origin,
            evidence = excluded.evidence, deleted_at = NULL
            """)
    }
}

extension Insertion.Values {
    /// A skill of somebody new, as an import names it: at the middle level, since a name tells none.
    mutating func addSkill(_ skill: Skill.ID, of candidate: Candidate.ID, in call: Call) throws {
        try addNew(call.newID(CandidateSkill.self), in: call)
        add(candidate)
        add(skill)
        add(3)
        add(Skill.Origin.recruiter)
    }
}

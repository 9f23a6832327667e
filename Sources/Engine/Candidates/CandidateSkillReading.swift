import Domain
import Storage

/// Reads the skills of candidates, the best first: by level, years, then name.
enum CandidateSkillReading {
    private static let columns: SQL = """
        cs.candidate_id, cs.id, cs.skill_id, s.name, cs.level, cs.years, cs.last_used, cs.origin, cs.evidence
        """

    private static let order: SQL = "ORDER BY cs.level DESC, COALESCE(cs.years, 0) DESC, s.name_folded ASC"

    private static func read(_ columns: inout Columns) throws -> CandidateSkillView {
        CandidateSkillView(
            id: try columns.next(), skillID: try columns.next(), name: try columns.next(), level: try columns.next(),
            years: try columns.next(), lastUsed: try columns.next(), origin: try columns.next(),
            evidence: try columns.next())
    }

    static func all(
        of candidate: Candidate.ID, anonymous: Bool, in transaction: any Transaction
    ) throws -> [CandidateSkillView] {
        try transaction.all(
            """
            SELECT \(columns) FROM candidate_skill cs JOIN skill s ON s.id = cs.skill_id
            WHERE cs.candidate_id = \(candidate) AND cs.deleted_at IS NULL \(order)
            """
        ) { columns in
            columns.skip()
            let skill = try read(&columns)
            return anonymous ? skill.anonymous : skill
        }
    }

    /// The best skills of several candidates, at most `limit` each, by one query.
    static func best(
        of candidates: [Candidate.ID], limit: Int, in transaction: any Transaction
    ) throws -> [Candidate.ID: [CandidateSkillView]] {
        guard let first = candidates.first else { return [:] }
        // Lists of a few lengths only, so that the prepared statements are found again.
        let length = [1, 10, 25, 50, 100, 200].first { $0 >= candidates.count } ?? candidates.count
        let padded = candidates + Array(repeating: first, count: length - candidates.count)
        var skills: [Candidate.ID: [CandidateSkillView]] = [:]
        skills.reserveCapacity(candidates.count)
        try transaction.forEach(
            """
            SELECT \(columns) FROM candidate_skill cs JOIN skill s ON s.id = cs.skill_id
            WHERE cs.candidate_id IN \(list: padded) AND cs.deleted_at IS NULL \(order)
            """
        ) { row in
            var columns = Columns(row)
            let candidate = try columns.next(Candidate.ID.self)
            if skills[candidate, default: []].count < limit {
                skills[candidate, default: []].append(try read(&columns))
            }
            return true
        }
        return skills
    }
}

extension CandidateSkillView {
    /// What an anonymous profile shows of a skill: its name, level and years.
    var anonymous: CandidateSkillView {
        CandidateSkillView(id: id, skillID: skillID, name: name, level: level, years: years)
    }
}

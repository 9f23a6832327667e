import Domain
import Storage

/// How much the workspace's jobs ask for skills. Both queries read indexes only (`job_opened`, `job_status`,
/// `skill_requirement_job`), so they cost what the jobs of the span and the open ones cost.
enum SkillDemand {
    struct Count {
        var jobs = 0
        var openings = 0
        var filled = 0
    }

    /// The jobs that were opened in the span, by the skill that they ask for. `published` leaves out the confidential
    /// ones, which were never seen by the public.
    static func opened(
        from start: Instant, to end: Instant, published: Bool, in transaction: any Transaction
    ) throws -> [Skill.ID: Count] {
        try counts(
            """
            SELECT r.skill_id, COUNT(*), SUM(j.openings), SUM(j.openings_filled)
            FROM job j CROSS JOIN skill_requirement r
            WHERE j.opened_at >= \(start) AND j.opened_at < \(end) AND j.deleted_at IS NULL
            AND (\(published) = 0 OR j.confidential = 0) AND r.job_id = j.id AND r.deleted_at IS NULL
            GROUP BY r.skill_id
            """, in: transaction)
    }

    /// The jobs that are open now, by the skill that they ask for.
    static func open(in transaction: any Transaction) throws -> [Skill.ID: Count] {
        try counts(
            """
            SELECT r.skill_id, COUNT(*), SUM(j.openings), SUM(j.openings_filled)
            FROM job j CROSS JOIN skill_requirement r
            WHERE j.status = 'open' AND j.deleted_at IS NULL AND r.job_id = j.id AND r.deleted_at IS NULL
            GROUP BY r.skill_id
            """, in: transaction)
    }

    private static func counts(_ query: SQL, in transaction: any Transaction) throws -> [Skill.ID: Count] {
        var counts: [Skill.ID: Count] = [:]
        try transaction.forEach(query) { row in
            counts[try Skill.ID.decode(row, 0)] = Count(
                jobs: Int(row.integer(1)), openings: Int(row.integer(2)), filled: Int(row.integer(3)))
            return true
        }
        return counts
    }

    /// How many candidates have each of the skills, by the index alone; those in the trash are taken off.
    static func candidates(
        with skills: [Skill.ID], in transaction: any Transaction
    ) throws -> [Skill.ID: Int] {
        var counts: [Skill.ID: Int] = [:]
        try transaction.forEach(
            """
            SELECT skill_id, COUNT(*) FROM candidate_skill WHERE skill_id IN \(list: skills) AND deleted_at IS NULL
            GROUP BY skill_id
            """
        ) { row in
            counts[try Skill.ID.decode(row, 0)] = Int(row.integer(1))
            return true
        }
        try transaction.forEach(
            """
            SELECT x.skill_id, COUNT(*) FROM candidate c CROSS JOIN candidate_skill x
            WHERE c.deleted_at IS NOT NULL AND x.candidate_id = c.id AND x.skill_id IN \(list: skills)
            AND x.deleted_at IS NULL GROUP BY x.skill_id
            """
        ) { row in
            counts[try Skill.ID.decode(row, 0), default: 0] -= Int(row.integer(1))
            return true
        }
        return counts
    }

    /// The skills that may be shown, of this kind and category and those below it.
    static func skills(
        kind: Skill.Kind?, category: SkillCategory.ID?, in transaction: any Transaction
    ) throws -> [Skill.ID: Named] {
        var conditions: [SQL] = ["deleted_at IS NULL"]
        if let kind { conditions.append("kind = \(kind)") }
        if let category {
            let branch = try SkillCategoryReading.branch(category, in: transaction).sorted()
            conditions.append("category_id IN \(list: branch)")
        }
        var found: [Skill.ID: Named] = [:]
        try transaction.forEach(
            "SELECT id, name, name_folded, kind, category_id FROM skill WHERE \(conditions.allOf())"
        ) { row in
            var columns = Columns(row)
            let id: Skill.ID = try columns.next()
            found[id] = Named(
                id: id, name: try columns.next(), key: try columns.next(), kind: try columns.next(),
                category: try columns.next())
            return true
        }
        return found
    }

    struct Named {
        var id: Skill.ID
        var name: String
        var key: String
        var kind: Skill.Kind
        var category: SkillCategory.ID?
    }

    /// Below so many jobs or positions a ratio says nothing.
    static let fewest = 5
}

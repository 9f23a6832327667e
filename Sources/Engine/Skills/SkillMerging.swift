import Domain
import JSON
import Storage

/// Moves everything that points to one skill over to another. Where both are there already, the stronger statement
/// stays: the higher level, the more years, the greater importance.
struct SkillMerging {
    let from: SkillView
    let into: Skill.ID

    func run(in call: Call) throws {
        let users = try SkillWriting.users(of: from.id, in: call.transaction)
        try moveCandidates(in: call)
        try moveRequirements(in: call)
        try moveHiringPreferences(in: call.transaction)
        try moveReplaced(in: call)
        try nameHeir(in: call)
        try SkillWriting.refreshSearch(candidates: users.candidates, jobs: users.jobs, in: call.transaction)
    }

    private func moveCandidates(in call: Call) throws {
        let clock = try call.rowSequence()
        try call.transaction.execute(
            """
            UPDATE candidate_skill SET updated_at = \(call.now), version = candidate_skill.version + 1,
            row_seq = \(clock), deleted_at = NULL,
            level = CASE WHEN candidate_skill.deleted_at IS NULL AND candidate_skill.level > old.level
            THEN candidate_skill.level ELSE old.level END,
            years = CASE WHEN candidate_skill.deleted_at IS NULL
            AND COALESCE(candidate_skill.years, 0) >= COALESCE(old.years, 0)
            THEN candidate_skill.years ELSE old.years END,
            last_used = CASE WHEN candidate_skill.deleted_at IS NULL
            AND COALESCE(candidate_skill.last_used, '') >= COALESCE(old.last_used, '')
            THEN candidate_skill.last_used ELSE old.last_used END
            FROM candidate_skill old WHERE candidate_skill.skill_id = \(into) AND old.skill_id = \(from.id)
            AND old.deleted_at IS NULL AND candidate_skill.candidate_id = old.candidate_id
            """)
        try retire(
            "candidate_skill",
            """
            EXISTS (SELECT 1 FROM candidate_skill heir WHERE heir.candidate_id = candidate_skill.candidate_id
            AND heir.skill_id = \(into))
            """, in: call)
        try move("candidate_skill", in: call)
    }

    private func moveRequirements(in call: Call) throws {
        let clock = try call.rowSequence()
        try call.transaction.execute(
            """
            UPDATE skill_requirement SET updated_at = \(call.now), version = skill_requirement.version + 1,
            row_seq = \(clock),
            importance = CASE WHEN 'required' IN (skill_requirement.importance, old.importance) THEN 'required'
            WHEN 'preferred' IN (skill_requirement.importance, old.importance) THEN 'preferred' ELSE 'nice' END,
            min_level = CASE WHEN COALESCE(skill_requirement.min_level, 0) >= COALESCE(old.min_level, 0)
            THEN skill_requirement.min_level ELSE old.min_level END,
            min_years = CASE WHEN COALESCE(skill_requirement.min_years, 0) >= COALESCE(old.min_years, 0)
            THEN skill_requirement.min_years ELSE old.min_years END
            FROM skill_requirement old WHERE skill_requirement.skill_id = \(into)
            AND skill_requirement.deleted_at IS NULL AND old.skill_id = \(from.id) AND old.deleted_at IS NULL
            AND skill_requirement.job_id = old.job_id
            """)
        try retire(
            "skill_requirement",
            """
            EXISTS (SELECT 1 FROM skill_requirement heir WHERE heir.job_id = skill_requirement.job_id
            AND heir.skill_id = \(into) AND heir.deleted_at IS NULL)
            """, in: call)
        try move("skill_requirement", in: call)
    }

    /// Deletes the rows of a table that the heir has already.
    private func retire(_ table: String, _ condition: SQL, in call: Call) throws {
        let name = SQL(trusted: table)
        let gone: [AnyEntity.ID] = try call.transaction.column(
            """
            UPDATE \(name) SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE skill_id = \(from.id) AND deleted_at IS NULL AND \(condition)
            RETURNING id
            """)
        for id in gone { try Tombstone.write(table, id, in: call) }
    }

    private func move(_ table: SQL, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE \(table) SET skill_id = \(into), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE skill_id = \(from.id) AND deleted_at IS NULL
            """)
    }

    private func moveHiringPreferences(in transaction: any Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM hiring_skill WHERE skill_id = \(from.id) AND EXISTS (SELECT 1 FROM hiring_skill heir
            WHERE heir.company_id = hiring_skill.company_id AND heir.skill_id = \(into))
            """)
        try transaction.execute("UPDATE hiring_skill SET skill_id = \(into) WHERE skill_id = \(from.id)")
    }

    /// What had been merged into this skill leads straight to the heir.
    private func moveReplaced(in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE skill SET replaced_by = \(into), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE replaced_by = \(from.id)
            """)
    }

    private func nameHeir(in call: Call) throws {
        var heir = try SkillReading.find(into, in: call)
        let names = SkillRules.distinct(heir.aliases + [from.name] + from.aliases, name: heir.name)
        guard names != heir.aliases else { return }
        let before = heir.aliases
        heir.aliases = names
        try SkillWriting.update(heir, in: call)
        call.note(
            "skill", into, before: ["aliases": try JSONValue(encoding: before)],
            after: ["aliases": try JSONValue(encoding: names)])
    }
}

import Domain
import JSON
import Storage

/// Writes skills and the names by which they are found.
enum SkillWriting {
    /// Puts a new skill in. The name of a deleted one brings that one back as the new one, since names are unique.
    static func insert(_ skill: SkillView, in call: Call) throws -> Skill.ID {
        let kept: Skill.ID? = try call.transaction.value(
            """
            INSERT INTO skill (id, created_at, updated_at, created_by, version, row_seq, name, name_folded, aliases,
            aliases_folded, category_id, kind, esco_uri, onet_code)
            VALUES (\(skill.id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(skill.name), \(Folding.key(skill.name)), \(StoredJSON.text(of: skill.aliases)),
            \(SkillNames.foldedAliases(skill.aliases)), \(skill.categoryID), \(skill.kind), \(skill.escoURI),
            \(skill.onetCode))
            ON CONFLICT (name_folded) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,
            version = skill.version + 1, row_seq = excluded.row_seq, name = excluded.name, aliases = excluded.aliases,
            aliases_folded = excluded.aliases_folded, category_id = excluded.category_id, kind = excluded.kind,
            esco_uri = excluded.esco_uri, onet_code = excluded.onet_code, replaced_by = NULL RETURNING id
            """)
        let id = kept ?? skill.id
        try putAliases(skill.aliases, of: id, in: call.transaction)
        return id
    }

    static func update(_ skill: SkillView, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE skill SET updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()),
            name = \(skill.name), name_folded = \(Folding.key(skill.name)),
            aliases = \(StoredJSON.text(of: skill.aliases)),
            aliases_folded = \(SkillNames.foldedAliases(skill.aliases)), category_id = \(skill.categoryID),
            kind = \(skill.kind), esco_uri = \(skill.escoURI), onet_code = \(skill.onetCode),
            replaced_by = \(skill.replacedBy) WHERE id = \(skill.id)
            """)
        try putAliases(skill.aliases, of: skill.id, in: call.transaction)
    }

    private static func putAliases(_ aliases: [String], of id: Skill.ID, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM skill_alias WHERE skill_id = \(id)")
        for key in Set(aliases.map { Folding.key($0) }).sorted() where !key.isEmpty {
            try transaction.execute("INSERT INTO skill_alias (name_folded, skill_id) VALUES (\(key), \(id))")
        }
    }

    /// Makes the search documents anew of those who have the skill and of the jobs that ask for it.
    static func refreshSearch(
        candidates: [Candidate.ID], jobs: [Job.ID], in transaction: any Transaction
    ) throws {
        for chunk in candidates.chunks(of: 200) {
            let documents = try CandidateSearchDocument.all(where: "c.id IN \(list: chunk)", in: transaction)
            try EngineSearch.write(documents, to: EngineSchema.candidateSearch, in: transaction)
        }
        for chunk in jobs.chunks(of: 200) {
            let documents = try JobSearchDocument.all(
                where: "j.id IN \(list: chunk) AND j.deleted_at IS NULL", in: transaction)
            try EngineSearch.write(documents, to: EngineSchema.jobSearch, in: transaction)
        }
    }

    /// Who has the skill, and which jobs ask for it.
    static func users(
        of skill: Skill.ID, in transaction: any Transaction
    ) throws -> (candidates: [Candidate.ID], jobs: [Job.ID]) {
        (
            try transaction.column(
                "SELECT candidate_id FROM candidate_skill WHERE skill_id = \(skill) AND deleted_at IS NULL"),
            try transaction.column(
                "SELECT job_id FROM skill_requirement WHERE skill_id = \(skill) AND deleted_at IS NULL")
        )
    }
}

extension Array {
    /// Pieces of at most `size` elements.
    func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}

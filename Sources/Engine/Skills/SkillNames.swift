import Domain
import JSON
import Storage

/// Finds skills by name or alias, without regard to case and accents.
public enum SkillNames {
    /// Aliases as `skill.aliases_folded` keeps them: each folded, with a line feed before and behind it, so that the
    /// beginning of one can be looked for. Folding leaves no line feed inside one.
    public static func foldedAliases(_ aliases: [String]) -> String {
        let keys = aliases.map(Folding.key).filter { !$0.isEmpty }
        return keys.isEmpty ? "" : "\n" + keys.joined(separator: "\n") + "\n"
    }

    /// The skill of that name or alias; one that was replaced leads to what replaced it.
    static func find(_ name: String, in transaction: any Transaction) throws -> Skill.ID? {
        let key = Folding.key(name)
        guard !key.isEmpty else { return nil }
        if let id: Skill.ID = try transaction.value(
            """
            SELECT COALESCE(replaced_by, id) FROM skill WHERE name_folded = \(key) AND deleted_at IS NULL
            """)
        {
            return id
        }
        return try transaction.value(
            """
            SELECT COALESCE(s.replaced_by, s.id) FROM skill_alias a JOIN skill s ON s.id = a.skill_id
            WHERE a.name_folded = \(key) AND s.deleted_at IS NULL ORDER BY s.name_folded LIMIT 1
            """)
    }

    /// The skill of that identifier, or what replaced it; `nil` where there is none.
    static func current(_ id: Skill.ID, in transaction: any Transaction) throws -> Skill.ID? {
        try transaction.value("SELECT COALESCE(replaced_by, id) FROM skill WHERE id = \(id) AND deleted_at IS NULL")
    }

    /// The skill of that name; where there is none it is made, of kind `skill`. The name of a deleted one brings that
    /// one back, since names are unique.
    static func findOrCreate(_ name: Text<120>, in call: Call) throws -> Skill.ID {
        if let id = try find(name.value, in: call.transaction) { return id }
        let key = Folding.key(name.value)
        guard !key.isEmpty else {
            throw Problem.invalid(
                field: "name", code: "format", Phrase(en: "has no letter or sign", fr: "ne contient aucun caractère"))
        }
        let id: Skill.ID = call.newID()
        let kept: Skill.ID? = try call.transaction.value(
            """
            INSERT INTO skill (id, created_at, updated_at, created_by, version, row_seq, name, name_folded, aliases,
            aliases_folded, kind)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(name), \(key), '[]', '', 'skill')
            ON CONFLICT (name_folded) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at,
            version = skill.version + 1, row_seq = excluded.row_seq RETURNING id
            """)
        call.note("skill", kept ?? id, after: ["name": .string(name.value), "kind": "skill"])
        return kept ?? id
    }
}

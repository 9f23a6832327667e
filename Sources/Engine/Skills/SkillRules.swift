import Domain
import JSON
import Storage

/// What must hold for a skill beyond its types.
enum SkillRules {
    /// At most so many aliases.
    static let aliasLimit = 200

    static func check(
        name: Text<120>?, aliases: [Text<120>]?, category: SkillCategory.ID?, in call: Call
    ) throws {
        var errors: [FieldError] = []
        if let name, Folding.key(name.value).isEmpty {
            errors.append(FieldError("name", "format", en: "has no letter or sign", fr: "ne contient aucun caractère"))
        }
        if aliases?.count ?? 0 > aliasLimit { errors.append(.tooMany("aliases", aliasLimit)) }
        if let category, try !SkillCategoryReading.isThere(category, in: call.transaction) {
            errors.append(.unknownReference("category_id"))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
    }

    /// Throws 409 naming the skill that has this name already, or this alias.
    static func requireFree(name: String, except own: Skill.ID? = nil, in call: Call) throws {
        let key = Folding.key(name)
        let byName: Skill.ID? = try call.transaction.value(
            "SELECT id FROM skill WHERE name_folded = \(key) AND deleted_at IS NULL")
        let byAlias: [Skill.ID] = try call.transaction.column(
            """
            SELECT s.id FROM skill_alias a JOIN skill s ON s.id = a.skill_id
            WHERE a.name_folded = \(key) AND s.deleted_at IS NULL ORDER BY s.name_folded LIMIT 2
            """)
        guard let other = ([byName].compactMap(\.self) + byAlias).first(where: { $0 != own }) else { return }
        throw Problem.conflict(
            Phrase(
                en: "There is a skill with the name or alias '\(name)' already: \(other).",
                fr: "Une compétence porte déjà le nom ou l’alias « \(name) » : \(other)."),
            members: ["skill_id": .string(other.description)]
        ).about("skill", other)
    }

    /// The aliases, each once, without the skill's own name.
    static func distinct(_ aliases: [String], name: String) -> [String] {
        var seen: Set<String> = [Folding.key(name), ""]
        return aliases.filter { seen.insert(Folding.key($0)).inserted }
    }
}

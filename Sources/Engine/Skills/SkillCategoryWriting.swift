import Domain
import JSON
import Storage

/// Writes categories of skills.
enum SkillCategoryWriting {
    /// The tree is at most so deep.
    static let depthLimit = 10
    /// All of them are read at once, so there is a bound on their number.
    static let limit = 5_000

    static func insert(_ name: String, under parent: SkillCategory.ID?, in call: Call) throws -> SkillCategory.ID {
        let id: SkillCategory.ID = call.newID()
        try call.transaction.execute(
            """
            INSERT INTO skill_category (id, created_at, updated_at, created_by, version, row_seq, name, name_folded,
            parent_id) VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(name), \(Folding.key(name)), \(parent))
            """)
        return id
    }

    /// Refuses a name without letters, a parent that is not there, is `own` or below it, or is too deep.
    static func check(
        name: String, parent: SkillCategory.ID?, own: SkillCategoryView?, in tree: [SkillCategoryView]
    ) throws {
        var errors: [FieldError] = []
        if Folding.key(name).isEmpty {
            errors.append(FieldError("name", "format", en: "has no letter or sign", fr: "ne contient aucun caractère"))
        }
        if let parent, let error = problem(withParent: parent, of: own, in: tree) { errors.append(error) }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        let key = Folding.key(name)
        guard
            let other = tree.first(where: {
                $0.parentID == parent && $0.id != own?.id && Folding.key($0.name) == key
            })
        else { return }
        throw Problem.conflict(
            Phrase(
                en: "There is a category '\(other.name)' at this place already.",
                fr: "Il y a déjà une catégorie « \(other.name) » à cet endroit."),
            members: ["category_id": .string(other.id.description)]
        ).about("skill_category", other.id)
    }

    private static func problem(
        withParent parent: SkillCategory.ID, of own: SkillCategoryView?, in tree: [SkillCategoryView]
    ) -> FieldError? {
        guard let found = tree.first(where: { $0.id == parent }) else { return .unknownReference("parent_id") }
        var below: Set<SkillCategory.ID> = []
        var height = 0
        if let own {
            for view in tree where view.id == own.id || view.parentID.map({ below.contains($0) }) ?? false {
                below.insert(view.id)
                height = max(height, view.depth - own.depth)
            }
        }
        if below.contains(parent) {
            return FieldError(
                "parent_id", "cycle", en: "is the category itself or one below it",
                fr: "est la catégorie elle-même ou l’une de ses sous-catégories")
        }
        guard found.depth + 1 + height < depthLimit else {
            return FieldError(
                "parent_id", "out_of_range", en: "would make the tree more than \(depthLimit) levels deep",
                fr: "donnerait plus de \(depthLimit) niveaux")
        }
        return nil
    }
}

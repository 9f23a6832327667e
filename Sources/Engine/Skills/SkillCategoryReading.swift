import Domain
import Storage

/// Reads the tree of categories. There are so few of them that all are read at once.
enum SkillCategoryReading {
    static let thing = Phrase(en: "skill category", fr: "catégorie de compétences")

    /// Every category, each before those below it, brothers by name.
    static func tree(in transaction: any Transaction) throws -> [SkillCategoryView] {
        var counts: [SkillCategory.ID: Int] = [:]
        try transaction.forEach(
            """
            SELECT category_id, COUNT(*) FROM skill WHERE category_id IS NOT NULL AND deleted_at IS NULL
            AND replaced_by IS NULL GROUP BY category_id
            """
        ) { row in
            counts[try SkillCategory.ID.decode(row, 0)] = Int(row.integer(1))
            return true
        }
        let all = try transaction.all(
            """
            SELECT id, name, parent_id, version FROM skill_category WHERE deleted_at IS NULL ORDER BY name_folded, id
            """
        ) { columns in
            let id: SkillCategory.ID = try columns.next()
            return SkillCategoryView(
                id: id, name: try columns.next(), parentID: try columns.next(), version: try columns.next(), depth: 0,
                path: [], skills: counts[id] ?? 0)
        }
        return ordered(all)
    }

    private static func ordered(_ all: [SkillCategoryView]) -> [SkillCategoryView] {
        let children = Dictionary(grouping: all, by: \.parentID)
        var result: [SkillCategoryView] = []
        var waiting = Array((children[nil] ?? []).reversed()).map { (view: $0, path: [String]()) }
        while let (view, path) = waiting.popLast() {
            var placed = view
            placed.depth = path.count
            placed.path = path + [view.name]
            result.append(placed)
            waiting += (children[view.id] ?? []).reversed().map { ($0, placed.path) }
        }
        return result
    }

    static func isThere(_ id: SkillCategory.ID, in transaction: any Transaction) throws -> Bool {
        try transaction.exists("SELECT 1 FROM skill_category WHERE id = \(id) AND deleted_at IS NULL")
    }

    /// The category, or 404.
    static func find(_ id: SkillCategory.ID, in call: Call) throws -> SkillCategoryView {
        guard let view = try tree(in: call.transaction).first(where: { $0.id == id }) else {
            throw Problem.notFound(thing).about("skill_category", id)
        }
        return view
    }

    /// The category and all those below it.
    static func branch(_ id: SkillCategory.ID, in transaction: any Transaction) throws -> Set<SkillCategory.ID> {
        var found: Set<SkillCategory.ID> = []
        for view in try tree(in: transaction)
        where view.id == id || view.parentID.map({ found.contains($0) }) ?? false {
            found.insert(view.id)
        }
        return found
    }
}

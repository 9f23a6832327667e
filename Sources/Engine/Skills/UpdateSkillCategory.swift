import Domain
import JSON
import Storage

/// Renames a category or moves it, with all that is below it, to another place in the tree.
public struct UpdateSkillCategory: RouteOperation {
    public static let contract = Contract(
        "skills.categories.update", .put, "/skills/categories/{category_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Update skill category", fr: "Modifier une catégorie de compétences"))

    public var categoryID: SkillCategory.ID
    public var expectedVersion: Int?
    public var name: Text<120>?
    /// Null moves it to the top.
    public var parentID: Patch<SkillCategory.ID>

    public init(
        categoryID: SkillCategory.ID, expectedVersion: Int? = nil, name: Text<120>? = nil,
        parentID: Patch<SkillCategory.ID> = .keep
    ) {
        self.categoryID = categoryID
        self.expectedVersion = expectedVersion
        self.name = name
        self.parentID = parentID
    }

    public func perform(in call: Call) throws -> SkillCategoryView {
        let tree = try SkillCategoryReading.tree(in: call.transaction)
        guard let before = tree.first(where: { $0.id == categoryID }) else {
            throw Problem.notFound(SkillCategoryReading.thing).about("skill_category", categoryID)
        }
        let newName = name?.value ?? before.name
        let parent = parentID.applied(to: before.parentID)
        try SkillCategoryWriting.check(name: newName, parent: parent, own: before, in: tree)
        try StaleVersion.check(expectedVersion, current: before.version, "skill_category", categoryID)
        guard newName != before.name || parent != before.parentID else { return before }
        try call.transaction.execute(
            """
            UPDATE skill_category SET name = \(newName), name_folded = \(Folding.key(newName)), parent_id = \(parent),
            updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence())
            WHERE id = \(categoryID)
            """)
        let after = try SkillCategoryReading.find(categoryID, in: call)
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version"])
        call.note("skill_category", categoryID, before: changes.before, after: changes.after)
        return after
    }
}

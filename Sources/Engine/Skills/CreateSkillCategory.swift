import Domain
import JSON

/// A new category of skills.
public struct CreateSkillCategory: RouteOperation {
    public static let contract = Contract(
        "skills.categories.create", .post, "/skills/categories", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create skill category", fr: "Créer une catégorie de compétences"), success: 201)

    public var name: Text<120>
    /// Without one it stands at the top.
    public var parentID: SkillCategory.ID?

    public init(name: Text<120>, parentID: SkillCategory.ID? = nil) {
        self.name = name
        self.parentID = parentID
    }

    public func perform(in call: Call) throws -> SkillCategoryView {
        let tree = try SkillCategoryReading.tree(in: call.transaction)
        try SkillCategoryWriting.check(name: name.value, parent: parentID, own: nil, in: tree)
        guard tree.count < SkillCategoryWriting.limit else {
            throw Problem.conflict(
                Phrase(
                    en: "There are \(tree.count) categories; there cannot be more.",
                    fr: "Il y a \(tree.count) catégories ; il ne peut y en avoir davantage."))
        }
        let id = try SkillCategoryWriting.insert(name.value, under: parentID, in: call)
        let made = try SkillCategoryReading.find(id, in: call)
        call.note("skill_category", id, after: try JSONValue(encoding: made))
        return made
    }
}

import Domain
import JSON

/// The tree of categories: each one before those below it, with its depth and path.
public struct ListSkillCategories: RouteOperation {
    public static let contract = Contract(
        "skills.categories.list", .get, "/skills/categories", access: .everyone, effect: .read,
        Phrase(en: "Skill categories", fr: "Catégories de compétences"))

    /// Only this category and those below it.
    public var parentID: SkillCategory.ID?
    public var page: PageNumber
    public var pageSize: PageSize

    public init(
        parentID: SkillCategory.ID? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput
    ) {
        self.parentID = parentID
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<SkillCategoryView> {
        var tree = try SkillCategoryReading.tree(in: call.transaction)
        if let parentID {
            let branch = try SkillCategoryReading.branch(parentID, in: call.transaction)
            tree = tree.filter { branch.contains($0.id) }
        }
        return Page(cutting: tree, page, pageSize)
    }
}

import Domain

/// A category of skills and where it stands in the tree.
public struct SkillCategoryView: Codable, Sendable, Equatable {
    public var id: SkillCategory.ID
    public var name: String
    public var parentID: SkillCategory.ID?
    public var version: Int
    /// 0 at the top.
    public var depth: Int
    /// The names from the top down to this one.
    public var path: [String]
    /// How many skills are directly in it.
    public var skills: Int
}

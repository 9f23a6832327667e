import Domain

public struct SkillView: Codable, Sendable, Equatable {
    public var id: Skill.ID
    public var name: String
    public var aliases: [String]
    public var categoryID: SkillCategory.ID?
    public var kind: Skill.Kind
    public var escoURI: String?
    public var onetCode: String?
    /// The skill that this one was merged into; it leads on to that one.
    public var replacedBy: Skill.ID?
    public var version: Int
}

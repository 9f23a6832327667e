/// A skill that a text speaks of, and where. `start` and `end` count Unicode scalars of the text.
public struct ExtractedSkill: Sendable, Hashable {
    /// The words of the text.
    public let text: String
    /// What the taxonomy calls it, where it knows it.
    public let skill: TaxonomySkill?
    public let kind: TaxonomySkill.Kind
    public let start: Int
    public let end: Int
    /// 0…1.
    public let confidence: Double

    /// The name to show: the taxonomy's where it knows the skill, otherwise the words of the text.
    public var name: String { skill?.name ?? text }
}

import Domain
import Storage

/// One skill. One that was merged into another says into which.
public struct GetSkill: RouteOperation {
    public static let contract = Contract(
        "skills.get", .get, "/skills/{skill_id}", access: .everyone, effect: .read,
        Phrase(en: "Get skill details", fr: "Lire une compétence"))

    public var skillID: Skill.ID

    public init(skillID: Skill.ID) { self.skillID = skillID }

    public func perform(in call: Call) throws -> SkillView { try SkillReading.find(skillID, in: call) }
}

import Domain
import Storage

/// One skill.
public struct GetSkill: RouteOperation {
    public static let contract = Contract(
        "skills.get", .get, "/skills/{skill_id}", access: .everyone, effect: .read, "Get skill details")

    public var skillID: Skill.ID

    public init(skillID: Skill.ID) { self.skillID = skillID }

    public func perform(in call: Call) throws -> SkillView {
        let sql: SQL = "SELECT \(SkillReading.columns) FROM skill s WHERE s.id = \(skillID) AND s.deleted_at IS NULL"
        guard let skill = try call.transaction.first(sql, SkillReading.read) else {
            throw Problem.notFound(Phrase(en: "skill", fr: "compétence"))
        }
        return skill
    }
}

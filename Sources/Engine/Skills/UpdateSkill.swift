import Domain
import JSON
import Storage

/// Changes some fields of a skill. `replaced_by` merges it into another one: everybody who has it and every job that
/// asks for it has or asks for that one from then on, and its names become aliases there.
public struct UpdateSkill: RouteOperation {
    public static let contract = Contract(
        "skills.update", .put, "/skills/{skill_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Update skill", fr: "Modifier une compétence"))

    public var skillID: Skill.ID
    public var expectedVersion: Int?
    public var name: Text<120>?
    public var aliases: [Text<120>]?
    public var categoryID: Patch<SkillCategory.ID>
    public var kind: Skill.Kind?
    public var escoURI: Patch<WebAddress>
    public var onetCode: Patch<Text<40>>
    /// Null makes a merged skill one of its own again; those who were moved stay where they are.
    public var replacedBy: Patch<Skill.ID>

    public init(
        skillID: Skill.ID, expectedVersion: Int? = nil, name: Text<120>? = nil, aliases: [Text<120>]? = nil,
        categoryID: Patch<SkillCategory.ID> = .keep, kind: Skill.Kind? = nil, escoURI: Patch<WebAddress> = .keep,
        onetCode: Patch<Text<40>> = .keep, replacedBy: Patch<Skill.ID> = .keep
    ) {
        self.skillID = skillID
        self.expectedVersion = expectedVersion
        self.name = name
        self.aliases = aliases
        self.categoryID = categoryID
        self.kind = kind
        self.escoURI = escoURI
        self.onetCode = onetCode
        self.replacedBy = replacedBy
    }

    public func perform(in call: Call) throws -> SkillView {
        try SkillRules.check(
            name: name, aliases: aliases, category: categoryID.applied(to: nil), in: call)
        let heir = try heir(in: call)
        let before = try SkillReading.find(skillID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "skill", skillID)
        var after = before
        after.name = name?.value ?? before.name
        after.aliases = SkillRules.distinct(aliases?.map(\.value) ?? before.aliases, name: after.name)
        after.categoryID = categoryID.applied(to: before.categoryID)
        after.kind = kind ?? before.kind
        after.escoURI = escoURI.applied(to: before.escoURI.flatMap { WebAddress($0) })?.value
        after.onetCode = onetCode.text(before.onetCode)
        after.replacedBy = replacedBy == .keep ? before.replacedBy : heir
        guard after != before else { return before }
        if after.name != before.name { try SkillRules.requireFree(name: after.name, except: skillID, in: call) }
        try SkillWriting.update(after, in: call)
        if let heir, heir != before.replacedBy {
            try SkillMerging(from: after, into: heir).run(in: call)
        } else if after.name != before.name {
            let users = try SkillWriting.users(of: skillID, in: call.transaction)
            try SkillWriting.refreshSearch(candidates: users.candidates, jobs: users.jobs, in: call.transaction)
        }
        let answer = try SkillReading.find(skillID, in: call)
        let changes = try FieldChanges(from: before, to: answer, leavingOut: ["version"])
        call.note("skill", skillID, before: changes.before, after: changes.after)
        return answer
    }

    /// The skill to merge into; where that was merged itself, what it was merged into.
    private func heir(in call: Call) throws -> Skill.ID? {
        guard case .set(let wanted) = replacedBy else { return nil }
        guard let heir = try SkillNames.current(wanted, in: call.transaction) else {
            throw Problem.invalid([.unknownReference("replaced_by")])
        }
        guard heir != skillID, wanted != skillID else {
            throw Problem.invalid([
                FieldError(
                    "replaced_by", "cycle", en: "is the skill itself, or was merged into it",
                    fr: "est la compétence elle-même, ou y a été fusionnée")
            ])
        }
        return heir
    }
}

import Domain
import JSON
import Storage

/// A new skill. 409 where a skill has this name already, or this alias.
public struct CreateSkill: RouteOperation {
    public static let contract = Contract(
        "skills.create", .post, "/skills", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Create skill", fr: "Créer une compétence"), success: 201)

    public var name: Text<120>
    /// Other names by which it is found.
    public var aliases: [Text<120>]?
    public var categoryID: SkillCategory.ID?
    /// `skill` unless said otherwise.
    public var kind: Skill.Kind?
    /// Its concept in ESCO.
    public var escoURI: WebAddress?
    /// Its code in O*NET.
    public var onetCode: Text<40>?

    public init(
        name: Text<120>, aliases: [Text<120>]? = nil, categoryID: SkillCategory.ID? = nil, kind: Skill.Kind? = nil,
        escoURI: WebAddress? = nil, onetCode: Text<40>? = nil
    ) {
        self.name = name
        self.aliases = aliases
        self.categoryID = categoryID
        self.kind = kind
        self.escoURI = escoURI
        self.onetCode = onetCode
    }

    public func perform(in call: Call) throws -> SkillView {
        try SkillRules.check(name: name, aliases: aliases, category: categoryID, in: call)
        try SkillRules.requireFree(name: name.value, in: call)
        let skill = try SkillReading.find(create(in: call), in: call)
        call.note("skill", skill.id, after: try JSONValue(encoding: skill))
        return skill
    }

    /// Makes the row; the import uses it too.
    func create(in call: Call) throws -> Skill.ID {
        let aliases = SkillRules.distinct((aliases ?? []).map(\.value), name: name.value)
        return try SkillWriting.insert(
            SkillView(
                id: call.newID(), name: name.value, aliases: aliases, categoryID: categoryID, kind: kind ?? .skill,
                escoURI: escoURI?.value, onetCode: onetCode?.value, replacedBy: nil, version: 1), in: call)
    }
}

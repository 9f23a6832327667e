import Domain
import JSON
import Storage

/// Asks for one more skill. It is named by its identifier or by a name or alias; a name that nobody used yet becomes a
/// skill of kind `skill`, whoever gives it.
public struct AddSkillRequirement: RouteOperation {
    public static let contract = Contract(
        "jobs.skillRequirements.add", .post, "/jobs/{job_id}/skill-requirements",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Add skill requirements", fr: "Ajouter des compétences requises"), success: 201)

    public var jobID: Job.ID
    public var skillID: Skill.ID?
    public var name: Text<120>?
    /// `required` unless said otherwise.
    public var importance: SkillRequirement.Importance?
    public var minLevel: Bounded<1, 5>?
    /// 0 to 60.
    public var minYears: Double?
    /// 0 to 100; 1 unless said otherwise.
    public var weight: Double?

    public init(
        jobID: Job.ID, skillID: Skill.ID? = nil, name: Text<120>? = nil,
        importance: SkillRequirement.Importance? = nil, minLevel: Bounded<1, 5>? = nil, minYears: Double? = nil,
        weight: Double? = nil
    ) {
        self.jobID = jobID
        self.skillID = skillID
        self.name = name
        self.importance = importance
        self.minLevel = minLevel
        self.minYears = minYears
        self.weight = weight
    }

    public func perform(in call: Call) throws -> SkillRequirementView {
        try SkillRequirementRules.check(minYears: minYears, weight: weight)
        try checkNaming(in: call)
        _ = try JobReading.findInFull(jobID, in: call)
        let requirement = try add(in: call)
        call.note("skill_requirement", requirement.id, after: try JSONValue(encoding: requirement))
        return requirement
    }

    /// Writes the row; the import of jobs uses it too.
    func add(in call: Call) throws -> SkillRequirementView {
        let skill = try skill(in: call)
        let isThere = try call.transaction.exists(
            "SELECT 1 FROM skill_requirement WHERE job_id = \(jobID) AND skill_id = \(skill) AND deleted_at IS NULL")
        guard !isThere else {
            throw Problem.conflict(
                Phrase(
                    en: "The job asks for this skill already; change that requirement instead.",
                    fr: "Le poste demande déjà cette compétence ; modifiez plutôt cette exigence."),
                members: ["skill_id": .string(skill.description)]
            ).about("job", jobID)
        }
        let id: SkillRequirement.ID = call.newID()
        try call.transaction.execute(
            """
            INSERT INTO skill_requirement (id, created_at, updated_at, created_by, version, row_seq, job_id, skill_id,
            importance, min_level, min_years, weight)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()), \(jobID),
            \(skill), \(importance ?? .required), \(minLevel), \(minYears), \(weight ?? 1))
            """)
        try JobSearchDocument.refresh(jobID, in: call)
        return try SkillRequirementReading.find(id, of: jobID, in: call)
    }

    private func checkNaming(in call: Call) throws {
        if (skillID == nil) == (name == nil) {
            throw Problem.invalid(
                field: "skill_id", code: "required",
                Phrase(
                    en: "give either skill_id or name", fr: "indiquez soit skill_id, soit name"))
        }
        if let skillID {
            let isThere = try call.transaction.exists(
                "SELECT 1 FROM skill WHERE id = \(skillID) AND deleted_at IS NULL")
            if !isThere {
                throw Problem.invalid(
                    field: "skill_id", code: "not_found",
                    Phrase(en: "is no skill", fr: "cette compétence n’existe pas"))
            }
        }
    }

    private func skill(in call: Call) throws -> Skill.ID {
        if let skillID { return try SkillNames.current(skillID, in: call.transaction) ?? skillID }
        guard let name else { throw Problem.internalError }
        return try SkillNames.findOrCreate(name, in: call)
    }
}

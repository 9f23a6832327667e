import Domain
import JSON
import Storage

/// Changes how much a job asks of a skill.
public struct UpdateSkillRequirement: RouteOperation {
    public static let contract = Contract(
        "jobs.skillRequirements.update", .put, "/jobs/{job_id}/skill-requirements/{req_id}",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Update skill requirement", fr: "Modifier une compétence requise"))

    public var jobID: Job.ID
    public var reqID: SkillRequirement.ID
    public var expectedVersion: Int?
    public var importance: SkillRequirement.Importance?
    public var minLevel: Patch<Bounded<1, 5>>
    public var minYears: Patch<Double>
    public var weight: Double?

    public init(
        jobID: Job.ID, reqID: SkillRequirement.ID, expectedVersion: Int? = nil,
        importance: SkillRequirement.Importance? = nil, minLevel: Patch<Bounded<1, 5>> = .keep,
        minYears: Patch<Double> = .keep, weight: Double? = nil
    ) {
        self.jobID = jobID
        self.reqID = reqID
        self.expectedVersion = expectedVersion
        self.importance = importance
        self.minLevel = minLevel
        self.minYears = minYears
        self.weight = weight
    }

    public func perform(in call: Call) throws -> SkillRequirementView {
        try SkillRequirementRules.check(minYears: minYears.applied(to: nil), weight: weight)
        _ = try JobReading.findInFull(jobID, in: call)
        let before = try SkillRequirementReading.find(reqID, of: jobID, in: call)
        try StaleVersion.check(expectedVersion, current: before.version, "skill_requirement", reqID)
        var after = before
        after.importance = importance ?? before.importance
        after.minLevel = minLevel.applied(to: before.minLevel.flatMap { Bounded($0) })?.value
        after.minYears = minYears.applied(to: before.minYears)
        after.weight = weight ?? before.weight
        guard after != before else { return before }
        try call.transaction.execute(
            """
            UPDATE skill_requirement SET importance = \(after.importance), min_level = \(after.minLevel),
            min_years = \(after.minYears), weight = \(after.weight), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(reqID)
            """)
        after.version += 1
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version", "updated_at"])
        call.note("skill_requirement", reqID, before: changes.before, after: changes.after)
        return after
    }
}

import Domain
import JSON
import Storage

/// Stops asking for a skill.
public struct DeleteSkillRequirement: RouteOperation {
    public static let contract = Contract(
        "jobs.skillRequirements.delete", .delete, "/jobs/{job_id}/skill-requirements/{req_id}",
        access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete skill requirement", fr: "Supprimer une compétence requise"))

    public var jobID: Job.ID
    public var reqID: SkillRequirement.ID

    public init(jobID: Job.ID, reqID: SkillRequirement.ID) {
        self.jobID = jobID
        self.reqID = reqID
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var id: SkillRequirement.ID
        public var deletedAt: Instant
    }

    public func perform(in call: Call) throws -> Answer {
        _ = try JobReading.findInFull(jobID, in: call)
        let before = try SkillRequirementReading.find(reqID, of: jobID, in: call)
        try call.transaction.execute(
            """
            UPDATE skill_requirement SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(reqID)
            """)
        try Tombstone.write("skill_requirement", reqID, in: call)
        try JobSearchDocument.refresh(jobID, in: call)
        call.note("skill_requirement", reqID, before: try JSONValue(encoding: before))
        return Answer(id: reqID, deletedAt: call.now)
    }
}

import Domain
import JSON
import Storage

/// A copy of a job, what it asks for included, as a new draft with a requisition of its own.
public struct DuplicateJob: RouteOperation {
    public static let contract = Contract(
        "jobs.duplicate", .post, "/jobs/{job_id}/duplicate", access: .roles(employer: .own, admin: .yes),
        effect: .write, Phrase(en: "Duplicate job posting", fr: "Dupliquer une offre d’emploi"), success: 201)

    public var jobID: Job.ID
    /// The copy's title; the same one where it is absent.
    public var title: Text<200>?

    public init(jobID: Job.ID, title: Text<200>? = nil) {
        self.jobID = jobID
        self.title = title
    }

    public func perform(in call: Call) throws -> JobView {
        var job = try JobReading.findInFull(jobID, in: call)
        job.id = call.newID()
        if let title { job.title = title.value }
        job.status = .draft
        job.requisitionID = nil
        job.openingsFilled = 0
        job.datePosted = nil
        job.openedAt = nil
        job.closedAt = nil
        job.closeReason = nil
        if let until = job.validThrough, until < call.now.date { job.validThrough = nil }
        try JobWriting.insert(job, in: call)
        try copyRequirements(to: job.id, in: call)
        let copy = try JobReading.find(job.id, in: call)
        var after = try JSONValue(encoding: copy)
        after["copy_of"] = .string(jobID.description)
        call.note("job", job.id, after: after)
        return copy
    }

    private func copyRequirements(to copy: Job.ID, in call: Call) throws {
        let skills: [Skill.ID] = try call.transaction.column(
            "SELECT skill_id FROM skill_requirement WHERE job_id = \(jobID) AND deleted_at IS NULL ORDER BY id")
        for skill in skills {
            try call.transaction.execute(
                """
                INSERT INTO skill_requirement (id, created_at, updated_at, created_by, version, row_seq, job_id,
                skill_id, importance, min_level, min_years, weight)
                SELECT \(call.newID(SkillRequirement.self)), \(call.now), \(call.now), \(call.principal.userID), 1,
                \(try call.rowSequence()), \(copy), skill_id, importance, min_level, min_years, weight
                FROM skill_requirement WHERE job_id = \(jobID) AND skill_id = \(skill) AND deleted_at IS NULL
                """)
        }
        if !skills.isEmpty { try JobSearchDocument.refresh(copy, in: call) }
    }
}

import Domain
import Storage

/// Candidates chosen by what they have in common. At least one of the fields is there; all that are must hold.
public struct BulkAudience: Codable, Sendable, Equatable {
    public var status: Candidate.Status?
    public var ownerConsultantID: Consultant.ID?
    public var sourceID: Source.ID?
    public var skillID: Skill.ID?
    /// Those with an application on this job.
    public var jobID: Job.ID?
    /// The stage of that application.
    public var stage: Application.Status?

    public init(
        status: Candidate.Status? = nil, ownerConsultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil,
        skillID: Skill.ID? = nil, jobID: Job.ID? = nil, stage: Application.Status? = nil
    ) {
        self.status = status
        self.ownerConsultantID = ownerConsultantID
        self.sourceID = sourceID
        self.skillID = skillID
        self.jobID = jobID
        self.stage = stage
    }

    func check() throws {
        guard stage == nil || jobID != nil else {
            throw Problem.invalid(
                field: "audience.job_id", code: "required",
                Phrase(en: "is required with stage", fr: "est obligatoire avec stage"))
        }
        guard self != BulkAudience() else {
            throw Problem.invalid(
                field: "audience", code: "required",
                Phrase(en: "needs at least one condition", fr: "il faut au moins un critère"))
        }
    }

    /// The conditions on `candidate c`.
    var conditions: [SQL] {
        var conditions: [SQL] = []
        if let status { conditions.append("c.status = \(status)") }
        if let ownerConsultantID { conditions.append("c.owner_consultant_id = \(ownerConsultantID)") }
        if let sourceID { conditions.append("c.source_id = \(sourceID)") }
        if let skillID {
            conditions.append(
                """
                c.id IN (SELECT has.candidate_id FROM candidate_skill has WHERE has.skill_id = \(skillID)
                AND has.deleted_at IS NULL)
                """)
        }
        if let jobID {
            let stage: SQL = stage.map { "AND a.status = \($0)" } ?? .empty
            conditions.append(
                """
                c.id IN (SELECT a.candidate_id FROM application a WHERE a.job_id = \(jobID)
                AND a.deleted_at IS NULL \(stage))
                """)
        }
        return conditions
    }
}

import Domain
import Storage

/// What a job asks for: required skills first, then preferred ones.
public struct ListSkillRequirements: RouteOperation {
    public static let contract = Contract(
        "jobs.skillRequirements.list", .get, "/jobs/{job_id}/skill-requirements",
        access: .roles(candidate: .scoped, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get skill requirements", fr: "Compétences requises par une offre"))

    public var jobID: Job.ID
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        jobID: Job.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.jobID = jobID
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<SkillRequirementView> {
        _ = try JobReading.find(jobID, in: call)
        let listing = Listing(
            columns: SkillRequirementReading.columns, source: SkillRequirementReading.source,
            conditions: ["r.job_id = \(jobID)", "r.deleted_at IS NULL"],
            orderColumn: "(CASE r.importance WHEN 'required' THEN 0 WHEN 'preferred' THEN 1 ELSE 2 END)",
            idColumn: "r.id", descending: false, orderName: "importance")
        return try listing.page(
            call, page: page, size: pageSize, cursor: cursor, read: SkillRequirementReading.read)
    }
}

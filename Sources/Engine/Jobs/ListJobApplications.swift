import Domain
import Storage

/// The applications to one job, newest first.
public struct ListJobApplications: RouteOperation {
    public static let contract = Contract(
        "jobs.applications", .get, "/jobs/{job_id}/applications",
        access: .roles(employer: .own, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Job applications", fr: "Candidatures à une offre d’emploi"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case statusEnteredAt = "status_entered_at"
    }

    public var jobID: Job.ID
    public var status: Application.Status?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        jobID: Job.ID, status: Application.Status? = nil, sortBy: SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.jobID = jobID
        self.status = status
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ApplicationView> {
        _ = try JobReading.findInFull(jobID, in: call)
        var conditions: [SQL] = [
            "a.job_id = \(jobID)", "a.deleted_at IS NULL", ApplicationVisibility.predicate(for: call.principal),
        ]
        if let status { conditions.append("a.status = \(status)") }
        let byStage = sortBy == .statusEnteredAt
        let listing = Listing(
            columns: ApplicationReading.columns(for: call.principal), source: ApplicationReading.source,
            conditions: conditions, orderColumn: byStage ? "a.status_entered_at" : "a.created_at", idColumn: "a.id",
            descending: sortOrder != .ascending, orderName: byStage ? "status_entered_at" : "created_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try ApplicationReading.read(&columns, for: call.principal)
        }
    }
}

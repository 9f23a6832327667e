import Domain
import JSON
import Storage

/// Jobs that the caller may see, newest first, or those that match a search.
public struct ListJobs: RouteOperation {
    public static let contract = Contract(
        "jobs.list", .get, "/jobs",
        access: .roles(
            anonymous: .limited, candidate: .scoped, employer: .scoped, consultant: .yes, admin: .yes),
        effect: .read, Phrase(en: "List jobs + search/filter", fr: "Lister et chercher les offres d’emploi"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case title
    }

    /// A search (`SearchLanguage`). Without `sort_by` the matches come newest first.
    public var q: Text<500>?
    /// Takes the last word of `q` for the beginning of one, and forgives what is not finished yet.
    public var asYouType: Bool?
    public var status: Job.Status?
    public var companyID: Company.ID?
    public var ownerConsultantID: Consultant.ID?
    public var employmentType: Job.EmploymentType?
    public var workplace: Job.Workplace?
    public var countryCode: CountryCode?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<500>? = nil, asYouType: Bool? = nil, status: Job.Status? = nil, companyID: Company.ID? = nil,
        ownerConsultantID: Consultant.ID? = nil, employmentType: Job.EmploymentType? = nil,
        workplace: Job.Workplace? = nil, countryCode: CountryCode? = nil, sortBy: SortField? = nil,
        sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.q = q
        self.asYouType = asYouType
        self.status = status
        self.companyID = companyID
        self.ownerConsultantID = ownerConsultantID
        self.employmentType = employmentType
        self.workplace = workplace
        self.countryCode = countryCode
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<JobView> {
        try JobListing(self, for: call.principal).page(in: call)
    }
}

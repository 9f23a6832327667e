import Domain
import JSON
import Storage

/// The jobs of a company that the caller may see, newest first.
public struct ListCompanyJobs: RouteOperation {
    public static let contract = Contract(
        "companies.jobs", .get, "/companies/{company_id}/jobs",
        access: .roles(candidate: .scoped, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Company jobs", fr: "Offres d’emploi d’une entreprise"))

    public var companyID: Company.ID
    public var status: Job.Status?
    public var employmentType: Job.EmploymentType?
    public var workplace: Job.Workplace?
    public var sortBy: ListJobs.SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        companyID: Company.ID, status: Job.Status? = nil, employmentType: Job.EmploymentType? = nil,
        workplace: Job.Workplace? = nil, sortBy: ListJobs.SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.companyID = companyID
        self.status = status
        self.employmentType = employmentType
        self.workplace = workplace
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<JobView> {
        _ = try CompanyReading.find(companyID, in: call)
        let jobs = ListJobs(
            status: status, companyID: companyID, employmentType: employmentType, workplace: workplace, sortBy: sortBy,
            sortOrder: sortOrder, page: page, pageSize: pageSize, cursor: cursor)
        return try JobListing(jobs, for: call.principal).page(in: call)
    }
}

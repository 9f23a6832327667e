import Domain
import JSON
import Storage

/// Candidates that the caller may see, newest first, or those that match a search.
public struct ListCandidates: RouteOperation {
    public static let contract = Contract(
        "candidates.list", .get, "/candidates",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        "List candidates + search/filter")

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        case name
    }

    /// A search (`SearchLanguage`). Without `sort_by` the matches come newest first.
    public var q: Text<500>?
    public var status: Candidate.Status?
    public var ownerConsultantID: Consultant.ID?
    public var sourceID: Source.ID?
    public var skillID: Skill.ID?
    public var countryCode: CountryCode?
    public var minExperienceMonths: Bounded<0, 1_200>?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<500>? = nil, status: Candidate.Status? = nil, ownerConsultantID: Consultant.ID? = nil,
        sourceID: Source.ID? = nil, skillID: Skill.ID? = nil, countryCode: CountryCode? = nil,
        minExperienceMonths: Bounded<0, 1_200>? = nil, sortBy: SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.status = status
        self.ownerConsultantID = ownerConsultantID
        self.sourceID = sourceID
        self.skillID = skillID
        self.countryCode = countryCode
        self.minExperienceMonths = minExperienceMonths
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<CandidateView> { throw Problem.internalError }
}

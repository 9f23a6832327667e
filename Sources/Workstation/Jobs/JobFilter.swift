import Domain
import Engine

/// What the table of jobs is narrowed to, and its order.
public struct JobFilter: Sendable, Hashable, SearchFilter {
    typealias Row = JobView

    /// Words in the search language.
    public var text = ""
    public var status: Job.Status?
    /// Only those that this consultant looks after.
    public var owner: Consultant.ID?
    /// Only those of this company.
    public var company: Company.ID?
    public var sortBy = ListJobs.SortField.createdAt
    public var isDescending = true

    public init() {}

    /// Whether it leaves no job out.
    public var isEmpty: Bool { text.isEmpty && status == nil && owner == nil && company == nil }

    /// Whether what is new stands first.
    var isNewestFirst: Bool { sortBy == .createdAt && isDescending }

    /// What it is narrowed to besides the words.
    public func title(_ language: Language) -> String {
        var parts: [Phrase] = []
        if owner != nil { parts.append(Phrase(en: "My jobs", fr: "Mes offres")) }
        if company != nil { parts.append(Phrase(en: "Our jobs", fr: "Nos offres")) }
        if let status { parts.append(status.title) }
        if parts.isEmpty { parts.append(Phrase(en: "All jobs", fr: "Toutes les offres")) }
        return parts.map { $0[language] }.joined(separator: " · ")
    }

    func operation(isFromEnd: Bool, isForgiving: Bool, cursor: String?, limit: Int) -> ListJobs {
        let words = text.nonBlank
        return ListJobs(
            q: words.map { Text(cutting: $0) }, asYouType: words == nil ? nil : isForgiving, status: status,
            companyID: company, ownerConsultantID: owner, sortBy: sortBy == .createdAt ? nil : sortBy,
            sortOrder: isDescending != isFromEnd ? .descending : .ascending, pageSize: PageSize(limit),
            cursor: cursor.flatMap { ListCursor(text: $0) })
    }
}

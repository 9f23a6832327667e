import Domain
import Storage

/// Interviews that the caller may see, latest first.
public struct ListInterviews: RouteOperation {
    public static let contract = Contract(
        "interviews.list", .get, "/interviews",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List interviews", fr: "Lister les entretiens"), isContract: false)

    public var applicationID: Application.ID?
    public var status: Interview.Status?
    /// Those that begin at this time or later.
    public var from: Instant?
    /// Those that begin before this time.
    public var until: Instant?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        applicationID: Application.ID? = nil, status: Interview.Status? = nil, from: Instant? = nil,
        until: Instant? = nil, sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.applicationID = applicationID
        self.status = status
        self.from = from
        self.until = until
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<InterviewView> {
        var conditions = [InterviewReading.predicate(for: call.principal)]
        if let applicationID { conditions.append("i.application_id = \(applicationID)") }
        if let status { conditions.append("i.status = \(status)") }
        if let from { conditions.append("i.start_at >= \(from)") }
        if let until { conditions.append("i.start_at < \(until)") }
        let stored = try Listing(
            columns: InterviewReading.columns(for: call.principal), source: InterviewReading.source,
            conditions: conditions, orderColumn: "i.start_at", idColumn: "i.id",
            descending: sortOrder != .ascending, orderName: "start_at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try InterviewReading.read(&columns, for: call.principal)
        }
        return Page(
            data: try InterviewReading.views(stored.data, in: call), page: stored.page, pageSize: stored.pageSize,
            total: stored.total, totalExact: stored.totalExact ?? true, nextCursor: stored.nextCursor)
    }
}

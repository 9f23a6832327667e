import Domain
import JSON
import Storage

/// The companies that a consultant looks after, the last assigned first.
public struct ListConsultantClients: RouteOperation {
    public static let contract = Contract(
        "consultants.clients", .get, "/consultants/{consultant_id}/clients",
        access: .roles(consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Consultant clients", fr: "Clients d’un consultant"))

    public var consultantID: Consultant.ID
    public var status: Company.Status?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        consultantID: Consultant.ID, status: Company.Status? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.consultantID = consultantID
        self.status = status
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<CompanyView> {
        try ConsultantVisibility.require(consultantID, in: call)
        var conditions: [SQL] = [
            "a.consultant_id = \(consultantID)", "a.subject_type = 'company'", "a.ends_at IS NULL",
            "a.deleted_at IS NULL", "c.id = a.subject_id", CompanyVisibility.condition(call.principal),
        ]
        if let status { conditions.append("c.status = \(status)") }
        let listing = Listing(
            columns: CompanyReading.columns, source: "assignment a CROSS JOIN company c", conditions: conditions,
            orderColumn: "a.starts_at", idColumn: "a.id", descending: sortOrder != .ascending, orderName: "starts_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try CompanyReading.read(&columns, for: call.principal)
        }
    }
}

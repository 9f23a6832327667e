import Domain
import JSON
import Storage

/// The candidates that a consultant looks after, the last assigned first.
public struct ListConsultantCandidates: RouteOperation {
    public static let contract = Contract(
        "consultants.candidates", .get, "/consultants/{consultant_id}/candidates",
        access: .roles(consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Assigned candidates", fr: "Candidats confiés à un consultant"))

    public var consultantID: Consultant.ID
    public var role: Assignment.Role?
    public var status: Candidate.Status?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        consultantID: Consultant.ID, role: Assignment.Role? = nil, status: Candidate.Status? = nil,
        sortOrder: SortOrder? = nil, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput,
        cursor: ListCursor? = nil
    ) {
        self.consultantID = consultantID
        self.role = role
        self.status = status
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<CandidateView> {
        try ConsultantVisibility.require(consultantID, in: call)
        var conditions: [SQL] = [
            "a.consultant_id = \(consultantID)", "a.subject_type = 'candidate'", "a.ends_at IS NULL",
            "a.deleted_at IS NULL", CandidateVisibility.predicate(for: call.principal, now: call.now),
        ]
        if let role { conditions.append("a.role = \(role)") }
        if let status { conditions.append("c.status = \(status)") }
        let flag = CandidateVisibility.fullFlag(for: call.principal)
        let listing = Listing(
            columns: CandidateReading.columns(flag: flag),
            source: "assignment a CROSS JOIN candidate c", conditions: conditions + ["c.id = a.subject_id"],
            orderColumn: "a.starts_at", idColumn: "a.id", descending: sortOrder != .ascending, orderName: "starts_at")
        var list = try listing.page(
            call, page: page, size: pageSize, cursor: cursor, read: CandidateReading.read)
        try CandidateReading.addSkills(to: &list, in: call.transaction)
        return list
    }
}

import Domain
import JSON
import Storage

/// Applications that the caller may see, newest first, or those that match a search.
public struct ListApplications: RouteOperation {
    public static let contract = Contract(
        "applications.list", .get, "/applications",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List applications + filter", fr: "Lister et filtrer les candidatures"))

    public enum SortField: String, Codable, Sendable, CaseIterable {
        case createdAt = "created_at"
        /// The order of the board; only together with `status`.
        case position
    }

    /// Words to find in the candidate's name and the job's title; the last may be the beginning of a word.
    public var q: Text<200>?
    public var status: Application.Status?
    public var jobID: Job.ID?
    public var companyID: Company.ID?
    public var candidateID: Candidate.ID?
    public var consultantID: Consultant.ID?
    public var sourceID: Source.ID?
    public var onHold: Bool?
    public var sortBy: SortField?
    public var sortOrder: SortOrder?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, status: Application.Status? = nil, jobID: Job.ID? = nil, companyID: Company.ID? = nil,
        candidateID: Candidate.ID? = nil, consultantID: Consultant.ID? = nil, sourceID: Source.ID? = nil,
        onHold: Bool? = nil, sortBy: SortField? = nil, sortOrder: SortOrder? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.status = status
        self.jobID = jobID
        self.companyID = companyID
        self.candidateID = candidateID
        self.consultantID = consultantID
        self.sourceID = sourceID
        self.onHold = onHold
        self.sortBy = sortBy
        self.sortOrder = sortOrder
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ApplicationView> {
        let byPosition = sortBy == .position
        if byPosition, status == nil || q != nil {
            throw Problem.invalid(
                field: "sort_by", code: "invalid",
                Phrase(
                    en: "position orders the applications of one stage: give a status, and no q",
                    fr: "position ordonne les candidatures d’une étape : indiquez status, sans q"))
        }
        let scope = BoardFilter(job: jobID, company: companyID, consultant: consultantID, source: sourceID)
        var conditions = scope.conditions(for: call.principal)
        conditions.append("a.deleted_at IS NULL")
        if let candidateID { conditions.append("a.candidate_id = \(candidateID)") }
        if let onHold { conditions.append(onHold ? "a.on_hold = 1" : "a.on_hold = 0") }
        if let q {
            let search = try ApplicationSearch(
                words: SearchWords.split(q.value, limit: 12), filter: scope, in: call)
            return try SearchListing(
                collection: EngineSchema.applicationSearch, columns: ApplicationReading.columns(for: call.principal),
                join: "JOIN application a ON a.row_no = ", moreJoins: Self.moreJoins, idColumn: "a.id",
                branches: [SearchListing.Branch(query: search.query(status: status), conditions: conditions)],
                descending: sortOrder != .ascending
            ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
                try ApplicationReading.read(&columns, for: call.principal)
            }
        }
        let known = try knownTotal(scope, in: call)
        if let status {
            conditions.append(
                byPosition || isWhole(for: call.principal) || (known?.total ?? .max) <= Self.few
                    ? "a.status = \(status)" : "COALESCE(a.status, '') = \(status)")
        }
        return try Listing(
            columns: ApplicationReading.columns(for: call.principal), source: ApplicationReading.source,
            conditions: conditions, orderColumn: byPosition ? "a.position" : "a.created_at", idColumn: "a.id",
            descending: sortOrder != .ascending, orderName: byPosition ? "position" : "created_at",
            knownTotal: known
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try ApplicationReading.read(&columns, for: call.principal)
        }
    }

    private static let moreJoins: SQL = """
        LEFT JOIN candidate c ON c.id = a.candidate_id LEFT JOIN job j ON j.id = a.job_id
        LEFT JOIN company p ON p.id = a.company_id
        """

    /// So few applications of a stage are found by it and sorted. More are met soon enough while walking a scope from the
    /// newest, so then the stage's indexes are hidden from the planner.
    private static let few = 5_000

    /// Whether the stages of the whole workspace are asked for, which have an index in the order of the list.
    private func isWhole(for principal: Principal) -> Bool {
        principal.isStaff && candidateID == nil && onHold == nil
            && BoardFilter(job: jobID, company: companyID, consultant: consultantID, source: sourceID) == BoardFilter()
    }

    /// The number of rows where it is kept: nothing but one scope, and at most a stage, is asked for. Those of a
    /// source, and those on hold or not, of the whole workspace, are told by indexes.
    private func knownTotal(_ scope: BoardFilter, in call: Call) throws -> (total: Int, exact: Bool)? {
        guard candidateID == nil else { return nil }
        let isSourceOrHold =
            call.principal.isStaff && status == nil && (sourceID != nil) != (onHold != nil)
            && scope == BoardFilter(source: sourceID)
        if isSourceOrHold { return try countedByIndex(in: call.transaction) }
        guard onHold == nil else { return nil }
        switch try scope.countedScope(in: call) {
        case .rows: return nil
        case .nothing: return (0, true)
        case .scope(let id):
            let counts = try ApplicationCounts.read(id, in: call.transaction)
            return (status.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +), true)
        }
    }

    private func countedByIndex(in transaction: any Transaction) throws -> (total: Int, exact: Bool)? {
        func count(_ condition: SQL) throws -> (total: Int, exact: Bool) {
            // Those in the trash are few; to leave them out so, no row need be looked at.
            let sql: SQL = """
                SELECT COUNT(*) FROM (SELECT 1 FROM application a WHERE \(condition)
                AND a.id NOT IN (SELECT id FROM application WHERE deleted_at IS NOT NULL)
                LIMIT \(Listing.countLimit + 1)) AS counted
                """
            let counted: Int = try transaction.value(sql) ?? 0
            return counted > Listing.countLimit ? (Listing.countLimit, false) : (counted, true)
        }
        if let sourceID { return try count("a.source_id = \(sourceID)") }
        let held = try count("a.on_hold = 1")
        if onHold == true { return held }
        guard held.exact else { return nil }
        let all = try ApplicationCounts.read(ApplicationCounts.workspace, in: transaction).values.reduce(0, +)
        return (all - held.total, true)
    }
}

import Domain
import JSON
import Storage

/// The applications of a candidate, newest first. The candidate itself sees those made in its name without what the
/// agency and the client keep to themselves.
public struct ListCandidateApplications: RouteOperation {
    public static let contract = Contract(
        "candidates.applications", .get, "/candidates/{candidate_id}/applications",
        access: .roles(candidate: .own, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Candidate applications", fr: "Candidatures d’un candidat"))

    public var candidateID: Candidate.ID
    public var status: Application.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        candidateID: Candidate.ID, status: Application.Status? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.candidateID = candidateID
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<ApplicationView> {
        try CandidateVisibility.require(candidateID, in: call)
        var conditions: [SQL] = [
            "a.candidate_id = \(candidateID)", "a.deleted_at IS NULL",
            ApplicationVisibility.predicate(for: call.principal),
        ]
        if let status { conditions.append("a.status = \(status)") }
        // One person has few applications: they are found by the person and sorted. The sum with zero keeps the
        // planner from walking everybody's applications in order of time instead.
        let listing = Listing(
            columns: ApplicationReading.columns(for: call.principal), source: ApplicationReading.source,
            conditions: conditions, orderColumn: "(a.created_at + 0)", idColumn: "a.id", descending: true,
            orderName: "created_at")
        return try listing.page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try ApplicationReading.read(&columns, for: call.principal)
        }
    }
}

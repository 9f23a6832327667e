import Domain

/// Groups of records that may be of one person: with the same e-mail address, telephone number, page on a network, or
/// name and employer. `total` is exact up to 10,000.
public struct ListDuplicates: RouteOperation {
    public static let contract = Contract(
        "candidates.duplicates", .get, "/candidates/duplicates", access: .roles(consultant: .yes, admin: .yes),
        effect: .read, Phrase(en: "Find duplicate candidates", fr: "Trouver les candidats en double"), isContract: false
    )

    /// Only what may be the same person as this one.
    public var candidateID: Candidate.ID?
    public var reason: DuplicateGroup.Reason?
    public var page: PageNumber
    public var pageSize: PageSize

    public init(
        candidateID: Candidate.ID? = nil, reason: DuplicateGroup.Reason? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput
    ) {
        self.candidateID = candidateID
        self.reason = reason
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<DuplicateGroup> {
        if let candidateID { try CandidateVisibility.require(candidateID, in: call) }
        let search = DuplicateSearch(transaction: call.transaction, candidate: candidateID)
        let found = try search.keys(
            reason.map { [$0] } ?? DuplicateGroup.Reason.allCases, limit: pageSize.value,
            offset: (page.value - 1) * pageSize.value)
        return Page(
            data: try search.groups(found.keys), page: page.value, pageSize: pageSize.value, total: found.total,
            totalExact: found.total < DuplicateSearch.limit, nextCursor: nil)
    }
}

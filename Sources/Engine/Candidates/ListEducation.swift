import Domain
import JSON
import Storage

/// The education records of a candidate, the latest first. Employers need to see the candidate in full.
public struct ListEducation: RouteOperation {
    public static let contract = Contract(
        "candidates.education.list", .get, "/candidates/{candidate_id}/education",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Get education records", fr: "Formations d’un candidat"))

    public var candidateID: Candidate.ID
    public var page: PageNumber
    public var pageSize: PageSize

    public init(candidateID: Candidate.ID, page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput) {
        self.candidateID = candidateID
        self.page = page
        self.pageSize = pageSize
    }

    public func perform(in call: Call) throws -> Page<EducationView> {
        try CandidateVisibility.requireFull(candidateID, in: call)
        return Page(cutting: try EducationReading.all(of: candidateID, in: call.transaction), page, pageSize)
    }
}

extension Page {
    /// The page of a list that is short enough to be read whole.
    init(cutting all: [Item], _ page: PageNumber, _ size: PageSize) {
        let rows = all.dropFirst((page.value - 1) * size.value).prefix(size.value)
        self.init(data: Array(rows), page: page.value, pageSize: size.value, total: all.count)
    }
}

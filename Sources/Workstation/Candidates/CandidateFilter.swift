import Domain
import Engine

/// What the table of candidates is narrowed to, and its order.
public struct CandidateFilter: Sendable, Hashable, SearchFilter {
    typealias Row = CandidateView

    /// Words in the search language.
    public var text = ""
    public var status: Candidate.Status?
    /// Only those whom this consultant looks after.
    public var owner: Consultant.ID?
    /// At least so many years of work.
    public var years: Int?
    public var sortBy = ListCandidates.SortField.createdAt
    public var isDescending = true

    public init() {}

    /// Whether it leaves nobody out.
    public var isEmpty: Bool { text.isEmpty && status == nil && owner == nil && years == nil }

    /// Whether what is new stands first.
    var isNewestFirst: Bool { sortBy == .createdAt && isDescending }

    /// What it is narrowed to besides the words.
    public func title(_ language: Language) -> String {
        var parts: [Phrase] = []
        if let status { parts.append(status.title) }
        if owner != nil { parts.append(Phrase(en: "My candidates", fr: "Mes candidats")) }
        if let years { parts.append(Phrase(en: "\(years)+ years of work", fr: "\(years) ans d’expérience et plus")) }
        if parts.isEmpty { parts.append(Phrase(en: "All candidates", fr: "Tous les candidats")) }
        return parts.map { $0[language] }.joined(separator: " · ")
    }

    func operation(isFromEnd: Bool, isForgiving: Bool, cursor: String?, limit: Int)
        -> ListCandidates
    {
        let words = text.nonBlank
        return ListCandidates(
            q: words.map { Text(cutting: $0) }, asYouType: words == nil ? nil : isForgiving, status: status,
            ownerConsultantID: owner, minExperienceMonths: years.map { Bounded(clamping: $0 * 12) },
            sortBy: sortBy == .createdAt ? nil : sortBy,
            sortOrder: isDescending != isFromEnd ? .descending : .ascending, pageSize: PageSize(limit),
            cursor: cursor.flatMap { ListCursor(text: $0) })
    }
}

extension Problem {
    /// Why a list could not be read. What is wrong with the words of a search is said without naming the field that
    /// they travel in.
    public func searchSentence(in language: Language) -> String {
        guard errors.count == 1, let error = errors.first, error.field == "q" else { return sentence(in: language) }
        return FieldMessages.text(error, language)
    }
}

import Domain

/// One part of a score: `weight` × `value` of all of them add up to it.
public struct MatchContribution: Codable, Sendable, Equatable {
    public enum Factor: String, Codable, Sendable, CaseIterable {
        case requiredSkills = "required_skills"
        case preferredSkills = "preferred_skills"
        case experience
        case title
        /// How many lines of the job's text the candidate's text has.
        case wording
        /// BM25 of the candidate's text for the words of the job.
        case text
        case language
        case location
        case salary
        case availability
        case employment
    }

    public let factor: Factor
    /// Its share of the score; the shares of all factors that could be judged make 1.
    public let weight: Double
    /// 0…1.
    public let value: Double
    /// What in the record speaks for the value.
    public let evidence: String
}

/// A score with what it is made of.
public struct MatchScore: Sendable, Equatable {
    /// 0…1, the sum of `weight` × `value`.
    public let score: Double
    public let contributions: [MatchContribution]
    /// Required skills that nothing shows.
    public let missing: [String]
}

import Domain

/// A board: a column a stage, with its count and its first cards.
public struct PipelineView: Codable, Sendable, Equatable {
    public var stages: [Stage]
    /// How many applications match, over all the stages shown.
    public var total: Int
    public var totalExact: Bool
    public var asOf: Instant

    public struct Stage: Codable, Sendable, Equatable {
        public var status: Application.Status
        /// A lower bound where `count_exact` is false (a text filter that very many match).
        public var count: Int
        public var countExact: Bool
        public var cards: [ApplicationCard]
        /// What to send as `cursor`, with this stage as `status`, for the cards after these; absent on the last.
        public var nextCursor: String?
    }
}

/// What a card of the board shows.
public struct ApplicationCard: Codable, Sendable, Equatable {
    public var id: Application.ID
    public var candidateID: Candidate.ID
    public var jobID: Job.ID
    public var candidateName: String
    public var jobTitle: String
    public var status: Application.Status
    public var statusEnteredAt: Instant
    public var onHold: Bool
    public var matchScore: Double?
    public var rating: Int?
    public var position: Int64
    public var version: Int
}

import Domain

/// That a consultant looks after a candidate, since when and until when.
public struct AssignmentView: Codable, Sendable, Equatable {
    public var id: Assignment.ID
    public var consultantID: Consultant.ID
    public var candidateID: Candidate.ID
    public var role: Assignment.Role
    public var startsAt: Instant
    public var endsAt: Instant?
    /// How many candidates the consultant looks after now, of how many it can.
    public var assignedCandidates: Int
    public var capacity: Int
}

import Domain

/// A consultant of the agency: the account's name and address, and what the consultant does.
public struct ConsultantView: Codable, Sendable, Equatable {
    public var id: Consultant.ID
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
    public var userID: User.ID
    public var firstName: String
    public var lastName: String
    public var email: String
    public var title: String
    /// Trades and branches, such as `Nursing`.
    public var specialties: [String]
    public var regions: [String]
    /// How many candidates the consultant can look after at a time.
    public var capacity: Int
    public var commissionPercent: Double?
    public var status: Consultant.Status
    /// How many candidates the consultant looks after now; absent in lists.
    public var assignedCandidates: Int?
}

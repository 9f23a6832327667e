import Domain

/// An account as its owner sees it.
public struct AccountView: Codable, Sendable, Equatable {
    public var id: User.ID
    public var email: String
    public var firstName: String
    public var lastName: String
    public var role: Role
    public var status: User.Status
    /// An employer's company.
    public var companyID: Company.ID?
    /// A candidate's profile.
    public var candidateID: Candidate.ID?
    /// A consultant's profile.
    public var consultantID: Consultant.ID?
    public var locale: String
    public var timezone: String
    public var phone: String?
    public var emailVerifiedAt: Instant?
    public var lastLoginAt: Instant?
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
}

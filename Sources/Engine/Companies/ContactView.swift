import Domain

/// A person at a company whom the agency talks to.
public struct ContactView: Codable, Sendable, Equatable {
    public var id: Contact.ID
    public var companyID: Company.ID
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
    public var firstName: String
    public var lastName: String
    public var title: String?
    public var emails: [LabelledEmail]
    public var phones: [LabelledPhone]
    /// The first to be asked; at most one a company.
    public var isPrimary: Bool
    public var isBilling: Bool
    public var canEmail: Bool
    public var leftCompany: Bool
}

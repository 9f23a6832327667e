import Domain

/// A company. Candidates and employers of other companies see what a company shows about itself; the fields from
/// `status` on are for staff and the company's own employers.
public struct CompanyView: Codable, Sendable, Equatable {
    public var id: Company.ID
    public var name: String
    public var industry: String?
    public var sizeBand: String?
    public var website: String?
    public var description: String?
    public var location: Location?
    public var createdAt: Instant?
    public var updatedAt: Instant?
    public var version: Int?
    public var registrationNo: String?
    public var status: Company.Status?
    public var ownerConsultantID: Consultant.ID?
    public var defaultFeePercent: Double?
    public var parentID: Company.ID?
}

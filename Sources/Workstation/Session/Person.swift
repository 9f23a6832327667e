import Domain

/// Who sits at the workstation, and where.
public struct Person: Sendable, Hashable {
    public var userID: User.ID
    public var name: String
    public var role: Role
    public var language: Language
    /// The IANA zone that times are shown in.
    public var timezone: String
    public var companyID: Company.ID?
    public var candidateID: Candidate.ID?
    public var consultantID: Consultant.ID?
    /// What the workspace is called.
    public var workspace: String

    public init(
        userID: User.ID, name: String, role: Role, language: Language, timezone: String = "UTC",
        companyID: Company.ID? = nil, candidateID: Candidate.ID? = nil, consultantID: Consultant.ID? = nil,
        workspace: String
    ) {
        self.userID = userID
        self.name = name
        self.role = role
        self.language = language
        self.timezone = timezone
        self.companyID = companyID
        self.candidateID = candidateID
        self.consultantID = consultantID
        self.workspace = workspace
    }
}

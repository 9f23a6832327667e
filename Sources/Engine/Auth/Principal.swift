import Domain

/// Who is calling, as the database knows them at the time of the call.
public struct Principal: Sendable, Hashable {
    /// `nil` for a caller without an account.
    public var userID: User.ID?
    public var role: Role?
    /// The one company an employer belongs to.
    public var companyID: Company.ID?
    /// The candidate profile of a candidate.
    public var candidateID: Candidate.ID?
    /// The consultant profile of a consultant.
    public var consultantID: Consultant.ID?
    public var sessionID: SessionRecord.ID?
    public var language: Language

    public init(
        userID: User.ID? = nil, role: Role? = nil, companyID: Company.ID? = nil, candidateID: Candidate.ID? = nil,
        consultantID: Consultant.ID? = nil, sessionID: SessionRecord.ID? = nil, language: Language = .english
    ) {
        self.userID = userID
        self.role = role
        self.companyID = companyID
        self.candidateID = candidateID
        self.consultantID = consultantID
        self.sessionID = sessionID
        self.language = language
    }

    public static func anonymous(_ language: Language) -> Principal { Principal(language: language) }

    /// Consultants, admins and superadmins: those who see every row.
    public var isStaff: Bool { role == .consultant || isAdmin }
    public var isAdmin: Bool { role == .admin || role == .superadmin }
}

import Domain

/// A job as the caller may see it. Outside its company an employer, and any candidate or caller without an account,
/// gets the public fields only: those after `id` up to `companyName`.
public struct JobView: Codable, Sendable, Equatable {
    public var id: Job.ID
    public var title: String
    /// For callers with the public view, the public description.
    public var description: String
    public var status: Job.Status
    public var employmentType: Job.EmploymentType
    public var workplace: Job.Workplace
    public var location: Location
    /// Only where `salary_public` or the caller sees the job in full.
    public var baseSalary: SalaryRange?
    public var experienceMonths: Int?
    public var educationLevel: String?
    public var datePosted: CalendarDate?
    public var validThrough: CalendarDate?
    public var companyID: Company.ID
    public var companyName: String

    public var createdAt: Instant?
    public var updatedAt: Instant?
    public var version: Int?
    public var contactID: Contact.ID?
    public var ownerConsultantID: Consultant.ID?
    public var ownerName: String?
    public var requisitionID: String?
    public var publicDescription: String?
    public var salaryPublic: Bool?
    public var openings: Int?
    public var openingsFilled: Int?
    public var openedAt: Instant?
    public var closedAt: Instant?
    public var closeReason: String?
    public var confidential: Bool?
    public var fee: Fee?
    /// How many applications are still going on.
    public var openApplications: Int?

    /// What the client pays for a placement: a percentage of the salary, or an amount in minor units.
    public struct Fee: Codable, Sendable, Equatable {
        public enum Kind: String, Codable, Sendable, CaseIterable { case percent, fixed }
        public var type: Kind
        public var value: Double?

        public init(type: Kind, value: Double? = nil) {
            self.type = type
            self.value = value
        }
    }
}

/// What a job asks for.
public struct SkillRequirementView: Codable, Sendable, Equatable {
    public var id: SkillRequirement.ID
    public var jobID: Job.ID
    public var skillID: Skill.ID
    public var name: String
    public var importance: SkillRequirement.Importance
    public var minLevel: Int?
    public var minYears: Double?
    public var weight: Double
    public var version: Int
}

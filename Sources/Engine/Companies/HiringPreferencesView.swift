import Domain

/// How a company hires. A company that never said anything has version 0 and no wishes.
public struct HiringPreferencesView: Codable, Sendable, Equatable {
    public var companyID: Company.ID
    public var version: Int
    public var updatedAt: Instant?
    public var employmentTypes: [Job.EmploymentType] = []
    public var workplaces: [Job.Workplace] = []
    public var locations: [Location] = []
    public var minExperienceYears: Double?
    public var salaryBands: [SalaryBand] = []
    public var mustHaveSkills: [NamedSkill] = []
    public var interviewRounds: Int?
    /// Whether those who decide see applications without names.
    public var blindReview = false
    /// Within how many days an application is answered.
    public var slaDays: Int?
    public var autoReplyTemplateID: Template.ID?

    /// What a company pays for a kind of work.
    public struct SalaryBand: Codable, Sendable, Equatable {
        /// Such as `Senior nurse`.
        public var label: Text<120>
        public var min: MinorUnits?
        public var max: MinorUnits?
        public var currency: CurrencyCode
        public var unit: SalaryUnit

        public init(
            label: Text<120>, min: MinorUnits? = nil, max: MinorUnits? = nil, currency: CurrencyCode, unit: SalaryUnit
        ) {
            self.label = label
            self.min = min
            self.max = max
            self.currency = currency
            self.unit = unit
        }
    }

    public struct NamedSkill: Codable, Sendable, Equatable {
        public var skillID: Skill.ID
        public var name: String
    }

    init(companyID: Company.ID, version: Int) {
        self.companyID = companyID
        self.version = version
    }
}

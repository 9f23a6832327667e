import Domain

/// What of a job counts for a match.
public struct JobProfile: Sendable {
    public struct Requirement: Sendable {
        public let skill: Skill.ID
        public let name: String
        /// Other names under which a text may show it.
        public let aliases: [String]
        public let importance: SkillRequirement.Importance
        public let minLevel: Int?
        public let minYears: Double?
        public let weight: Double

        public init(
            skill: Skill.ID, name: String, aliases: [String], importance: SkillRequirement.Importance, minLevel: Int?,
            minYears: Double?, weight: Double
        ) {
            self.skill = skill
            self.name = name
            self.aliases = aliases
            self.importance = importance
            self.minLevel = minLevel
            self.minYears = minYears
            self.weight = weight
        }
    }

    public var title: String
    public var description: String
    public var requirements: [Requirement] = []
    public var experienceMonths: Int?
    public var city: String?
    public var region: String?
    public var countryCode: String?
    public var isRemote = false
    /// Most that is paid a year, in units of the currency.
    public var yearlySalary: Double?
    public var currency: String?
    public var employmentType: String?

    public init(title: String, description: String) {
        self.title = title
        self.description = description
    }
}

/// What of a candidate counts for a match. Nothing else is read: no name, no age, no sex, no origin, no family, no photo.
public struct CandidateProfile: Sendable {
    public struct KnownSkill: Sendable {
        public let level: Int
        public let years: Double?

        public init(level: Int, years: Double?) {
            self.level = level
            self.years = years
        }
    }

    public var title: String?
    public var skills: [Skill.ID: KnownSkill] = [:]
    /// What the person wrote of its work: headline, summary, the CV.
    public var text = ""
    public var experienceMonths: Int?
    public var city: String?
    public var region: String?
    public var countryCode: String?
    public var isWillingToRelocate = false
    public var wantsRemote = false
    /// Least that is wanted a year, in units of the currency.
    public var yearlySalary: Double?
    public var currency: String?
    /// Days until the person can begin.
    public var daysUntilAvailable: Int?
    public var employmentTypes: [String] = []

    public init() {}
}

import Domain

/// What of a job counts for a match.
public struct JobProfile: Sendable {
    public struct Requirement: Sendable {
        public let skill: Skill.ID
        public let name: String
        /// Other names under which a text may show it.
        public let aliases: [String]
        /// The name and the aliases as texts are searched for them.
        let names: [FoldedName]
        public let importance: SkillRequirement.Importance
        public let minLevel: Int?
        public let minYears: Double?
        public let weight: Double
        /// Where the skill is a language that people speak: which.
        let language: HumanLanguage?

        public init(
            skill: Skill.ID, name: String, aliases: [String], importance: SkillRequirement.Importance, minLevel: Int?,
            minYears: Double?, weight: Double, kind: Skill.Kind = .skill
        ) {
            self.skill = skill
            self.name = name
            self.aliases = aliases
            names = ([name] + aliases).map { FoldedName($0) }
            self.importance = importance
            self.minLevel = minLevel
            self.minYears = minYears
            self.weight = weight
            language = kind == .language ? HumanLanguage(name: name) : nil
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
    /// Most that is paid a year, in hundreds of the currency's minor units.
    public var yearlySalary: Double?
    public var currency: String?
    public var employmentType: Job.EmploymentType?

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

    /// A language on record, and how well it is spoken, as the person writes it.
    public struct Spoken: Sendable {
        public let name: String
        public let fluency: String?

        public init(name: String, fluency: String?) {
            self.name = name
            self.fluency = fluency
        }
    }

    public var title: String?
    public var skills: [Skill.ID: KnownSkill] = [:]
    public var languages: [Spoken] = []
    /// What the person wrote of its work: headline, summary, the CV.
    public var text = ""
    public var experienceMonths: Int?
    public var city: String?
    public var region: String?
    public var countryCode: String?
    public var isWillingToRelocate = false
    public var wantsRemote = false
    /// Least that is wanted a year, in hundreds of the currency's minor units.
    public var yearlySalary: Double?
    public var currency: String?
    /// Days until the person can begin.
    public var daysUntilAvailable: Int?
    public var employmentTypes: [Job.EmploymentType] = []

    public init() {}
}

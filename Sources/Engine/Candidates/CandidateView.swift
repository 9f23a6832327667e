import Domain
import JSON

/// A candidate as the caller may see it. For an employer who has no application of this person yet it is an anonymous
/// profile: `anonymous` is true and only the closed list of `domain.md` is there.
public struct CandidateView: Codable, Sendable, Equatable {
    public var id: Candidate.ID
    public var anonymous: Bool
    public var createdAt: Instant?
    public var updatedAt: Instant?
    public var version: Int?
    public var userID: User.ID?
    public var firstName: String?
    public var lastName: String?
    public var headline: String?
    public var summary: String?
    public var emails: [LabelledEmail]?
    public var phones: [LabelledPhone]?
    public var location: Location?
    public var profiles: [NetworkProfile]?
    public var languages: [SpokenLanguage]?
    public var currentTitle: String?
    public var currentCompany: String?
    public var workAuthorization: String?
    public var availableFrom: PartialDate?
    public var noticeDays: Int?
    public var desiredSalary: DesiredSalary?
    public var desiredEmploymentTypes: [Job.EmploymentType]?
    public var remotePreference: Job.Workplace?
    public var willingToRelocate: Bool?
    public var status: Candidate.Status?
    public var sourceID: Source.ID?
    public var ownerConsultantID: Consultant.ID?
    public var tags: [String]?
    public var canEmail: Bool?
    public var consent: Consent?
    public var retentionUntil: Instant?
    public var anonymizedAt: Instant?
    public var mergedIntoID: Candidate.ID?
    /// Months of work, from the experience records.
    public var experienceMonths: Int?
    public var educationLevel: String?
    /// The best skills first; in lists at most five.
    public var skills: [CandidateSkillView]?
    /// In lists that are asked for them (`with_records`), the latest first.
    public var experience: [ExperienceView]?
    public var education: [EducationView]?

    /// On what ground the data is kept, since when and until when.
    public struct Consent: Codable, Sendable, Equatable {
        public var basis: Text<80>?
        public var givenAt: Instant?
        public var expiresAt: Instant?

        public init(basis: Text<80>? = nil, givenAt: Instant? = nil, expiresAt: Instant? = nil) {
            self.basis = basis
            self.givenAt = givenAt
            self.expiresAt = expiresAt
        }
    }

    public init(id: Candidate.ID, anonymous: Bool) {
        self.id = id
        self.anonymous = anonymous
    }
}

/// A skill of a candidate.
public struct CandidateSkillView: Codable, Sendable, Equatable {
    public var id: CandidateSkill.ID
    public var skillID: Skill.ID
    public var name: String
    /// 1 (some notion) … 5 (expert).
    public var level: Int
    public var years: Double?
    public var lastUsed: PartialDate?
    public var origin: Skill.Origin?
    public var evidence: String?
}

public struct EducationView: Codable, Sendable, Equatable {
    public var id: Education.ID
    public var candidateID: Candidate.ID
    public var institution: String
    public var area: String?
    public var studyType: String?
    public var startDate: PartialDate?
    public var endDate: PartialDate?
    public var score: String?
    public var courses: [String]
    public var url: String?
    public var version: Int
}

public struct ExperienceView: Codable, Sendable, Equatable {
    public var id: Experience.ID
    public var candidateID: Candidate.ID
    public var name: String
    public var position: String
    public var location: String?
    public var startDate: PartialDate
    public var endDate: PartialDate?
    public var summary: String?
    public var highlights: [String]
    public var version: Int
}

/// A CV or another document of a candidate, without its bytes.
public struct CurriculumVitaeView: Codable, Sendable, Equatable {
    public var id: CurriculumVitae.ID
    public var candidateID: Candidate.ID
    public var versionNo: Int
    public var filename: String
    public var mediaType: String
    /// Bytes.
    public var size: Int
    public var sha256: String
    public var kind: CurriculumVitae.Kind
    public var isPrimary: Bool
    public var createdAt: Instant
    public var text: String
    /// JSON Resume fields that were read out of it.
    public var parsed: JSONValue
    public var parserVersion: String
    /// The file itself in base 64, where it was asked for.
    public var contentBase64: String?
}

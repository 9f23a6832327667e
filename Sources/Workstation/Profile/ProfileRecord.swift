import Domain
import Engine

/// Everything that was read about a candidate and one of its applications. Lists that the role may not read are empty.
public struct ProfileRecord: Sendable {
    let key: Profile.Key
    public var candidate: CandidateView
    /// The application that it is about, if there is one.
    public var application: ApplicationView?
    public var requirements: [SkillRequirementView] = []
    public var experience: [ExperienceView] = []
    public var education: [EducationView] = []
    public var applications: Shown<ApplicationView> = Shown()
    public var history: Shown<StatusChangeView> = Shown()
    public var notes: Shown<NoteView> = Shown()
    public var interviews: Shown<InterviewView> = Shown()
    public var offers: Shown<OfferView> = Shown()
    /// A candidate's own interviews and offers on its other applications.
    public var otherInterviews: [InterviewView] = []
    public var otherOffers: [OfferView] = []
    /// Whether what belongs to the application is still to be read.
    var isPartial = false
    /// When it was read.
    public var readAt: Instant

    /// The newest rows of a list, and how many more there are.
    public struct Shown<Row: Codable & Sendable>: Sendable {
        public var rows: [Row] = []
        public var more = 0

        init() {}

        init(_ page: Page<Row>) {
            rows = page.data
            more = max(0, page.total - page.data.count)
        }
    }

    init(key: Profile.Key, candidate: CandidateView, readAt: Instant) {
        self.key = key
        self.candidate = candidate
        self.readAt = readAt
    }

    /// The candidate's part alone, while another of its applications is read.
    func withoutApplication(for key: Profile.Key) -> ProfileRecord {
        var part = ProfileRecord(key: key, candidate: candidate, readAt: readAt)
        part.isPartial = true
        part.application = applications.rows.first { $0.id == key.applicationID }
        part.experience = experience
        part.education = education
        part.applications = applications
        return part
    }
}

import Domain
import Intelligence
import Storage

/// Reads a job's description, or a text, for what keeps people from applying: each finding with its place, the reason
/// and a better wording.
public struct ReviewJobDescription: RouteOperation {
    public static let contract = Contract(
        "ai.jobDescriptionOptimization", .post, "/ai-tools/job-description-optimization",
        access: .roles(employer: .scoped, admin: .yes), effect: .read, "Optimize job descriptions")

    public var jobID: Job.ID?
    public var text: String?

    public init(jobID: Job.ID? = nil, text: String? = nil) {
        self.jobID = jobID
        self.text = text
    }

    /// What comes back. Places count Unicode scalars of `text`.
    public struct Review: Codable, Sendable {
        public var text: String
        public var words: Int
        public var findings: [AdvertisementFinding]
        public var source: AnswerSource
    }

    public func perform(in call: Call) throws -> Review {
        try OneInput.check([("job_id", jobID != nil), ("text", text != nil)])
        var record = AdvertisementReview.Record(hasSalary: false, hasPlace: false)
        let read: String
        if let jobID {
            let job = try JobReading.findInFull(jobID, in: call)
            record.hasSalary = job.baseSalary != nil && job.salaryPublic == true
            record.hasPlace = job.location.city != nil || job.workplace == .remote
            read = job.publicDescription ?? job.description
        } else {
            read = text ?? ""
            try OneInput.check(text: read, field: "text")
        }
        let review = AdvertisementReview(read, language: call.principal.language)
        return Review(text: read, words: review.wordCount, findings: review.findings(record), source: .embedded)
    }
}

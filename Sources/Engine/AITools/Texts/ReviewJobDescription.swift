import Domain
import Intelligence
import Storage

/// Reads a job's description, or a text, for what keeps people from applying: each finding with its place, the reason
/// and a better wording.
public struct ReviewJobDescription: RouteOperation {
    public static let contract = Contract(
        "ai.jobDescriptionOptimization", .post, "/ai-tools/job-description-optimization",
        access: .roles(employer: .scoped, admin: .yes), effect: .read,
        Phrase(en: "Optimize job descriptions", fr: "Améliorer une description de poste"))

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
        /// The whole text in a better wording, by the assistant; the findings are always the program's own.
        public var rewrite: String?
        public var source: AnswerSource
        /// The assistant that wrote `rewrite`.
        public var model: String?
        /// Why the assistant wrote none.
        public var sourceNote: String?
    }

    public func prepare(in preparation: Preparation) throws -> Assisted<String>? {
        try preparation.ask { call in
            let subject = try subject(in: call)
            var known = KnownPersonalData()
            if let job = subject.job { try known.add(job, in: call) }
            let findings = AdvertisementReview(subject.text, language: call.principal.language)
                .findings(subject.record)
            return AdvertisementDraft.task(subject.text, findings, known)
        }
    }

    public func perform(in call: Call, prepared: Assisted<String>?) throws -> Review {
        let subject = try subject(in: call)
        let review = AdvertisementReview(subject.text, language: call.principal.language)
        let (draft, author) = Assisted.result(of: prepared, about: subject.text, call.principal.language)
        return Review(
            text: subject.text, words: review.wordCount, findings: review.findings(subject.record), rewrite: draft,
            source: author.source, model: author.model, sourceNote: author.note)
    }

    private func subject(
        in call: Call
    ) throws -> (text: String, job: JobView?, record: AdvertisementReview.Record) {
        try OneInput.check([("job_id", jobID != nil), ("text", text != nil)])
        var record = AdvertisementReview.Record(hasSalary: false, hasPlace: false)
        guard let jobID else {
            let text = text ?? ""
            try OneInput.check(text: text, field: "text")
            return (text, nil, record)
        }
        let job = try JobReading.findInFull(jobID, in: call)
        record.hasSalary = job.baseSalary != nil && job.salaryPublic == true
        record.hasPlace = job.location.city != nil || job.workplace == .remote
        return (job.publicDescription ?? job.description, job, record)
    }
}

import Domain
import Intelligence
import Storage

/// Questions for an interview, each with its reason: from what the job asks for and, for an application, from what the
/// candidate's record does not show.
public struct SuggestInterviewQuestions: RouteOperation {
    public static let contract = Contract(
        "ai.interviewQuestions", .post, "/ai-tools/interview-questions",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "Generate interview questions", fr: "Générer des questions d’entretien"))

    public var applicationID: Application.ID?
    public var jobID: Job.ID?
    /// 8 unless said otherwise.
    public var count: Bounded<1, 20>?

    public init(applicationID: Application.ID? = nil, jobID: Job.ID? = nil, count: Bounded<1, 20>? = nil) {
        self.applicationID = applicationID
        self.jobID = jobID
        self.count = count
    }

    /// What comes back.
    public struct Questions: Codable, Sendable {
        public var questions: [InterviewQuestion]
        public var source: AnswerSource
        /// The assistant that wrote them.
        public var model: String?
        /// Why the assistant did not.
        public var sourceNote: String?
    }

    public func prepare(in preparation: Preparation) throws -> Assisted<[InterviewQuestion]>? {
        try OneInput.check([("application_id", applicationID != nil), ("job_id", jobID != nil)])
        return try preparation.ask { call in
            let subject = try subject(in: call)
            var known = KnownPersonalData()
            try known.add(subject.job, in: call)
            if let candidate = subject.candidate { known.add(candidate) }
            return InterviewDraft.task(
                subject.questions, for: subject.job, missing: subject.score?.missing ?? [], known,
                language: call.principal.language)
        }
    }

    public func perform(in call: Call, prepared: Assisted<[InterviewQuestion]>?) throws -> Questions {
        try OneInput.check([("application_id", applicationID != nil), ("job_id", jobID != nil)])
        let questions = try subject(in: call).questions
        let (draft, author) = Assisted.result(
            of: prepared, about: InterviewDraft.text(questions), call.principal.language)
        return Questions(
            questions: draft ?? questions, source: author.source, model: author.model, sourceNote: author.note)
    }

    /// What the questions are about, and those that the program asks by itself.
    private struct Subject {
        var job: JobView
        var candidate: CandidateView?
        var score: MatchScore?
        var questions: [InterviewQuestion]
    }

    private func subject(in call: Call) throws -> Subject {
        let job: JobView
        var candidate: CandidateView?
        var score: MatchScore?
        if let applicationID {
            let application = try ApplicationRecord.load(applicationID, in: call).view
            job = try JobReading.findInFull(application.jobID, in: call)
            candidate = try CandidateReading.one(application.candidateID, in: call)
            if let candidate { score = try ScoreCandidate.score(candidate, job, in: call) }
        } else if let jobID {
            job = try JobReading.findInFull(jobID, in: call)
        } else {
            throw Problem.internalError
        }
        guard let profile = try MatchReading.profiles([job], in: call)[job.id] else { throw Problem.internalError }
        let questions = InterviewQuestions.make(
            for: profile, score: score, count: count?.value ?? 8, language: call.principal.language)
        return Subject(job: job, candidate: candidate, score: score, questions: questions)
    }
}

import Domain
import Intelligence
import Storage

/// Questions for an interview, each with its reason: from what the job asks for and, for an application, from what the
/// candidate's record does not show.
public struct SuggestInterviewQuestions: RouteOperation {
    public static let contract = Contract(
        "ai.interviewQuestions", .post, "/ai-tools/interview-questions",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        "Generate interview questions")

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
    }

    public func perform(in call: Call) throws -> Questions {
        try OneInput.check([("application_id", applicationID != nil), ("job_id", jobID != nil)])
        let job: JobView
        var score: MatchScore?
        if let applicationID {
            let application = try ApplicationRecord.load(applicationID, in: call).view
            job = try JobReading.findInFull(application.jobID, in: call)
            if let candidate = try CandidateReading.one(application.candidateID, in: call) {
                score = try ScoreCandidate.score(candidate, job, in: call)
            }
        } else if let jobID {
            job = try JobReading.findInFull(jobID, in: call)
        } else {
            throw Problem.internalError
        }
        guard let profile = try MatchReading.profiles([job], in: call)[job.id] else { throw Problem.internalError }
        let questions = InterviewQuestions.make(
            for: profile, score: score, count: count?.value ?? 8, language: call.principal.language)
        return Questions(questions: questions, source: .embedded)
    }
}

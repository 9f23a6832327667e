import Domain
import JSON
import Storage

/// A candidate applies to an open job.
public struct SubmitApplication: RouteOperation {
    public static let contract = Contract(
        "applications.submit", .post, "/applications", access: .candidateAlone, effect: .write,
        Phrase(en: "Submit application", fr: "Postuler à une offre d’emploi"), success: 201)

    /// At most so many answers to the job's questions.
    public static let answerLimit = 50

    public var jobID: Job.ID
    public var coverLetter: Text<10_000>?
    public var answers: [ApplicationAnswer]?
    /// One of the caller's own CVs; without it the primary one is sent.
    public var cvID: CurriculumVitae.ID?
    public var sourceID: Source.ID?

    public init(
        jobID: Job.ID, coverLetter: Text<10_000>? = nil, answers: [ApplicationAnswer]? = nil,
        cvID: CurriculumVitae.ID? = nil, sourceID: Source.ID? = nil
    ) {
        self.jobID = jobID
        self.coverLetter = coverLetter
        self.answers = answers
        self.cvID = cvID
        self.sourceID = sourceID
    }

    public func perform(in call: Call) throws -> ApplicationView {
        if let answers, answers.count > Self.answerLimit {
            throw Problem.invalid([
                FieldError(
                    field: "answers", code: "too_long", message: "must be at most \(Self.answerLimit) answers",
                    parameters: ["french": "\(Self.answerLimit) réponses au plus"])
            ])
        }
        guard let candidateID = call.principal.candidateID else {
            throw Problem.conflict(
                Phrase(
                    en: "Fill in your profile first (candidates.create); then you can apply.",
                    fr: "Remplissez d’abord votre profil (candidates.create) ; vous pourrez ensuite postuler."))
        }
        let cv = try curriculumVitae(of: candidateID, in: call.transaction)
        try ApplicationInsertion.check(source: sourceID, in: call.transaction)
        let job = try openJob(in: call)
        let name = try call.transaction.first(
            "SELECT first_name, last_name FROM candidate WHERE id = \(candidateID)"
        ) { columns in ApplicationReading.fullName(try columns.next(), try columns.next()) }
        let made = try ApplicationInsertion(
            candidateID: candidateID, candidateName: name ?? "", job: job, status: .applied, sourceID: sourceID,
            coverLetter: coverLetter?.value, answers: answers ?? [], cvID: cv, clientVisible: true
        ).insert(in: call)
        try AutomaticReply(application: made.id, candidate: candidateID, job: job).plan(in: call)
        return try ApplicationRecord.load(made.id, in: call).answer(for: call.principal, transition: made.transition)
    }

    /// The CV that is sent: the one named, which must be the caller's, or its latest primary one.
    private func curriculumVitae(
        of candidateID: Candidate.ID, in transaction: any Transaction
    ) throws -> CurriculumVitae.ID? {
        guard let cvID else {
            return try transaction.value(
                """
                SELECT id FROM cv WHERE candidate_id = \(candidateID) AND is_primary = 1 AND kind = 'resume'
                AND deleted_at IS NULL ORDER BY version_no DESC LIMIT 1
                """)
        }
        let own = try transaction.exists(
            "SELECT 1 FROM cv WHERE id = \(cvID) AND candidate_id = \(candidateID) AND deleted_at IS NULL")
        guard own else {
            throw Problem.invalid(
                field: "cv_id", code: "invalid",
                Phrase(en: "is not one of your CVs", fr: "n’est pas l’un de vos CV"))
        }
        return cvID
    }

    /// A job that the candidate sees, and that is open.
    private func openJob(in call: Call) throws -> ApplicationJob {
        let isSeen = try call.transaction.exists(
            "SELECT 1 FROM job j WHERE j.id = \(jobID) AND \(JobVisibility.condition(call.principal))")
        guard isSeen, let job = try ApplicationJob.load(jobID, in: call.transaction) else {
            throw ApplicationJob.notFound.about("job", jobID)
        }
        guard job.status == .open else {
            throw Problem.conflict(
                Phrase(
                    en: "The job is not open: it takes no applications now.",
                    fr: "Le poste n’est pas ouvert : il ne reçoit pas de candidatures actuellement.")
            ).about("job", jobID)
        }
        return job
    }
}

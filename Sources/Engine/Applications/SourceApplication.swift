import Domain
import JSON
import Storage

/// Puts a candidate onto a job as `sourced`. The candidate must be one that may be contacted: neither archived nor
/// marked “do not contact”, not erased or merged, and its consent (where one is recorded) not run out.
public struct SourceApplication: RouteOperation {
    public static let contract = Contract(
        "applications.source", .post, "/applications/source", access: .roles(consultant: .yes, admin: .yes),
        effect: .write, Phrase(en: "Put a candidate onto a job as sourced", fr: "Proposer un candidat pour un poste"),
        success: 201, isContract: false)

    public var candidateID: Candidate.ID
    public var jobID: Job.ID
    public var sourceID: Source.ID?
    /// Kept as a note for the team.
    public var note: Text<10_000>?

    public init(
        candidateID: Candidate.ID, jobID: Job.ID, sourceID: Source.ID? = nil, note: Text<10_000>? = nil
    ) {
        self.candidateID = candidateID
        self.jobID = jobID
        self.sourceID = sourceID
        self.note = note
    }

    public func perform(in call: Call) throws -> ApplicationView {
        try ApplicationInsertion.check(source: sourceID, in: call.transaction)
        let person = try SourcedPerson.load(candidateID, in: call.transaction)
        guard let job = try ApplicationJob.load(jobID, in: call.transaction) else {
            throw ApplicationJob.notFound.about("job", jobID)
        }
        try person.checkContact(now: call.now)
        guard ![.filled, .closed, .cancelled].contains(job.status) else {
            throw Problem.conflict(
                Phrase(
                    en: "The job is \(job.status.rawValue): it takes no more candidates.",
                    fr: "Le poste est terminé (\(job.status.rawValue)) : il ne reçoit plus de candidats.")
            ).about("job", jobID)
        }
        let made = try ApplicationInsertion(
            candidateID: candidateID, candidateName: person.name, job: job, status: .sourced, sourceID: sourceID,
            clientVisible: false
        ).insert(in: call)
        if let note {
            try NoteInsertion(
                applicationID: made.id, body: note.value, visibility: .team, mentions: []
            ).insert(in: call)
        }
        return try ApplicationRecord.load(made.id, in: call).answer(for: call.principal, transition: made.transition)
    }
}

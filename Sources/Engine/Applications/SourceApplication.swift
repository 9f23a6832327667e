import Domain
import JSON
import Storage

/// Puts a candidate onto a job as `sourced`. The candidate must be one that may be contacted: neither archived nor
/// marked “do not contact”, not erased or merged, and its consent (where one is recorded) not run out.
public struct SourceApplication: RouteOperation {
    public static let contract = Contract(
        "applications.source", .post, "/applications/source", access: .roles(consultant: .yes, admin: .yes),
        effect: .write, "Put a candidate onto a job as sourced", success: 201, isContract: false)

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

    private struct Person {
        var name: String
        var status: Candidate.Status
        var consentExpiresAt: Instant?
        var anonymizedAt: Instant?
        var mergedIntoID: Candidate.ID?
    }

    public func perform(in call: Call) throws -> ApplicationView {
        try ApplicationInsertion.check(source: sourceID, in: call.transaction)
        let person = try call.transaction.first(
            """
            SELECT first_name, last_name, status, consent_expires_at, anonymized_at, merged_into_id FROM candidate
            WHERE id = \(candidateID) AND deleted_at IS NULL
            """
        ) { columns in
            Person(
                name: ApplicationReading.fullName(try columns.next(), try columns.next()),
                status: try columns.next(), consentExpiresAt: try columns.next(),
                anonymizedAt: try columns.next(), mergedIntoID: try columns.next())
        }
        guard let person else {
            throw Problem.notFound(Phrase(en: "candidate", fr: "candidat")).about("candidate", candidateID)
        }
        guard let job = try ApplicationJob.load(jobID, in: call.transaction) else {
            throw ApplicationJob.notFound.about("job", jobID)
        }
        try checkContact(person, now: call.now)
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

    private func checkContact(_ person: Person, now: Instant) throws {
        let refusal: Phrase
        if person.anonymizedAt != nil || person.mergedIntoID != nil {
            refusal = Phrase(
                en: "The candidate's record was erased or merged into another.",
                fr: "La fiche du candidat a été effacée ou fusionnée avec une autre.")
        } else if person.status == .doNotContact || person.status == .archived {
            refusal = Phrase(
                en: "The candidate may not be contacted: the record is \(person.status.rawValue).",
                fr: "Le candidat ne peut pas être contacté : sa fiche est à l’état \(person.status.rawValue).")
        } else if let expiry = person.consentExpiresAt, expiry <= now {
            refusal = Phrase(
                en: "The candidate may not be contacted: its consent ran out on \(expiry.date).",
                fr: "Le candidat ne peut pas être contacté : son consentement a expiré le \(expiry.date).")
        } else {
            return
        }
        throw Problem.conflict(refusal).about("candidate", candidateID)
    }
}

import Domain
import JSON
import Storage

/// One application of an import. The candidate is named by its identifier or an e-mail address, the job by its
/// identifier, its requisition or a title that only one job has.
public struct ApplicationImportRow: Codable, Sendable {
    /// Where an imported application may stand.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case sourced, applied, screening, submitted, interview, rejected

        var status: Application.Status {
            switch self {
            case .sourced: .sourced
            case .applied: .applied
            case .screening: .screening
            case .submitted: .submitted
            case .interview: .interview
            case .rejected: .rejected
            }
        }
    }

    public var candidateID: Candidate.ID?
    public var candidateEmail: EmailAddress?
    public var jobID: Job.ID?
    public var requisitionID: Text<60>?
    public var jobTitle: Text<200>?
    /// `applied` unless said otherwise.
    public var status: Status?
    /// Now unless said otherwise.
    public var appliedAt: Instant?
    public var sourceID: Source.ID?
    public var coverLetter: Text<20_000>?
    public var rating: Bounded<1, 5>?
    /// Why it was rejected.
    public var reasonID: Reason.ID?

    func handle(in call: Call) throws -> ImportOutcome {
        let stage = status ?? .applied
        try check(stage, in: call)
        let candidate = try SourcedPerson.load(candidate(in: call.transaction), in: call.transaction)
        if stage == .sourced { try candidate.checkContact(now: call.now) }
        let job = try job(in: call.transaction)
        if let open: Application.ID = try call.transaction.value(
            """
            SELECT id FROM application WHERE candidate_id = \(candidate.id) AND job_id = \(job.id)
            AND closed_at IS NULL AND deleted_at IS NULL
            """)
        {
            return .matched(open.cast())
        }
        if let closed = try closed(candidate.id, job.id, in: call.transaction) { return .matched(closed.cast()) }
        let made = try ApplicationInsertion(
            candidateID: candidate.id, candidateName: candidate.name, job: job, status: stage.status,
            sourceID: sourceID, coverLetter: coverLetter?.value, cvID: try cv(of: candidate.id, stage, in: call),
            clientVisible: stage != .sourced, earlier: Self.stages(before: stage), madeAt: appliedAt,
            rating: rating?.value, rejectionReasonID: reasonID
        ).insert(in: call)
        return .created(made.id.cast())
    }

    /// One that has ended since: of the day that the row names; without one it is any rejected one for a rejected row.
    private func closed(
        _ candidate: Candidate.ID, _ job: Job.ID, in transaction: any Transaction
    ) throws -> Application.ID? {
        let same: SQL
        if let day = appliedAt?.date {
            same = "applied_at >= \(day.startOfDay) AND applied_at < \(day.adding(days: 1).startOfDay)"
        } else if status == .rejected {
            same = "status = 'rejected'"
        } else {
            return nil
        }
        return try transaction.value(
            """
            SELECT id FROM application WHERE candidate_id = \(candidate) AND job_id = \(job) AND deleted_at IS NULL
            AND closed_at IS NOT NULL AND \(same) ORDER BY applied_at DESC, id DESC LIMIT 1
            """)
    }

    private func check(_ stage: Status, in call: Call) throws {
        var errors: [FieldError] = []
        if let appliedAt, appliedAt > call.now {
            errors.append(
                FieldError("applied_at", "out_of_range", en: "must not be in the future", fr: "ne peut être à venir"))
        }
        if (stage == .rejected) != (reasonID != nil) {
            errors.append(
                FieldError(
                    "reason_id", stage == .rejected ? "required" : "not_allowed",
                    en: "goes with the status rejected, and only with that",
                    fr: "accompagne le statut rejected, et lui seul"))
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        try ApplicationInsertion.check(source: sourceID, in: call.transaction)
        try TransitionGuards.check(reason: reasonID, in: call.transaction)
    }

    /// The stages that lead to one. How far a rejected one had come is not known.
    private static func stages(before stage: Status) -> [Application.Status] {
        switch stage {
        case .sourced, .applied: []
        case .screening, .rejected: [.applied]
        case .submitted: [.applied, .screening]
        case .interview: [.applied, .screening, .submitted]
        }
    }

    private func candidate(in transaction: any Transaction) throws -> Candidate.ID {
        if let candidateID {
            let isThere = try transaction.exists(
                "SELECT 1 FROM candidate WHERE id = \(candidateID) AND deleted_at IS NULL")
            guard isThere else { throw Problem.invalid([.unknownReference("candidate_id")]) }
            return candidateID
        }
        guard let candidateEmail else {
            throw Problem.invalid(
                field: "candidate_id", code: "required",
                Phrase(
                    en: "name the candidate: candidate_id or candidate_email",
                    fr: "indiquez le candidat : candidate_id ou candidate_email"))
        }
        let contact = CandidateContacts.Contact(kind: "email", value: candidateEmail.folded)
        guard let id = try CandidateContacts.owner(of: contact, in: transaction) else {
            throw Problem.invalid([.unknownReference("candidate_email")])
        }
        return id
    }

    private func job(in transaction: any Transaction) throws -> ApplicationJob {
        var field = "job_id"
        var found: [Job.ID] = []
        if let jobID {
            found = [jobID]
        } else if let requisitionID {
            field = "requisition_id"
            found = try transaction.column(
                "SELECT id FROM job WHERE requisition_id = \(requisitionID) AND deleted_at IS NULL")
        } else if let jobTitle {
            field = "job_title"
            found = try transaction.column(
                """
                SELECT id FROM job WHERE title_folded = \(Folding.key(jobTitle.value)) AND deleted_at IS NULL
                ORDER BY id LIMIT 2
                """)
            if found.count > 1 {
                throw Problem.invalid([
                    FieldError(
                        field, "ambiguous", en: "is the title of several jobs; use requisition_id",
                        fr: "est le titre de plusieurs postes ; utilisez requisition_id")
                ])
            }
        } else {
            throw Problem.invalid(
                field: field, code: "required",
                Phrase(
                    en: "name the job: job_id, requisition_id or job_title",
                    fr: "indiquez le poste : job_id, requisition_id ou job_title"))
        }
        guard let id = found.first, let job = try ApplicationJob.load(id, in: transaction) else {
            throw Problem.invalid([.unknownReference(field)])
        }
        return job
    }

    /// Whoever was presented to the client has a CV, as in the path itself.
    private func cv(of candidate: Candidate.ID, _ stage: Status, in call: Call) throws -> CurriculumVitae.ID? {
        let primary: CurriculumVitae.ID? = try call.transaction.value(
            """
            SELECT id FROM cv WHERE candidate_id = \(candidate) AND is_primary = 1
            AND kind = 'resume' AND deleted_at IS NULL ORDER BY version_no DESC LIMIT 1
            """)
        guard primary == nil, stage == .submitted || stage == .interview else { return primary }
        throw Problem.conflict(
            Phrase(
                en: "No CV is attached: the candidate needs one before it is submitted to the client.",
                fr: "Aucun CV n’est joint : le candidat doit en avoir un avant d’être présenté au client."))
    }
}

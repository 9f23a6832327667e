import Domain
import JSON
import Storage

/// A new application, in its first stage, with its history, counts and search document.
struct ApplicationInsertion {
    var candidateID: Candidate.ID
    var candidateName: String
    var job: ApplicationJob
    var status: Application.Status
    var sourceID: Source.ID?
    var coverLetter: String?
    var answers: [ApplicationAnswer] = []
    var cvID: CurriculumVitae.ID?
    /// Whether the candidate made it itself.
    var clientVisible: Bool
    /// The stages that it went through before, the first one first; an import brings them.
    var earlier: [Application.Status] = []
    /// When it was made, where that was before it came here.
    var madeAt: Instant?
    var rating: Int?
    var rejectionReasonID: Reason.ID?

    /// Writes it. Answers its identifier and that of its first history row.
    func insert(in call: Call) throws -> (id: Application.ID, transition: StatusChange.ID) {
        let transaction = call.transaction
        let open: Application.ID? = try transaction.value(
            """
            SELECT id FROM application WHERE candidate_id = \(candidateID) AND job_id = \(job.id)
            AND closed_at IS NULL AND deleted_at IS NULL
            """)
        if let open { throw Self.alreadyOpen(open).about("application", open) }
        let id = call.newID(Application.self)
        let number = try RowNumbers.next("application", in: transaction)
        let sequence = try call.rowSequence()
        let at = madeAt ?? call.now
        let closedAt = status.isOpen ? nil : at
        let stages = earlier + [status]
        let course = ApplicationCourse(steps: stages.map { (status: $0, at: at) })
        let answersText = answers.isEmpty ? "[]" : try JSONValue(encoding: answers).serialized()
        try transaction.execute(
            """
            INSERT INTO application (id, created_at, updated_at, created_by, version, row_seq, row_no, candidate_id,
            job_id, company_id, consultant_id, status, on_hold, applied_at, status_entered_at, source_id,
            cover_letter, answers, cv_id, position, client_visible, rating, rejection_reason_id, closed_at,
            \(CourseColumn.names))
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(sequence), \(number),
            \(candidateID), \(job.id), \(job.companyID), \(job.consultantID), \(status), 0, \(at), \(at), \(sourceID),
            \(coverLetter), \(answersText), \(cvID), \(at.milliseconds), \(clientVisible), \(rating),
            \(rejectionReasonID), \(closedAt), \(CourseColumn.values(of: course)))
            """)
        let transition = try writeHistory(of: id, at: at, in: call)
        try ApplicationCounts.add(
            status, enteredAt: at, company: job.companyID, job: job.id, consultant: job.consultantID,
            in: transaction)
        let scopes = RollupScope.all(source: sourceID, consultant: job.consultantID)
        let day = RollupScope.day(at)
        try ApplicationRollups.add(CohortSums(course, status: status), day: day, to: scopes, in: transaction)
        for stage in stages { try ApplicationRollups.count(stage, day: day, in: scopes, transaction) }
        try ApplicationSearchDocument.write(
            rowNumber: number, person: candidateName, job: job.title + " " + job.companyName, status: status,
            scopes: (job.companyRowNumber, job.rowNumber, job.consultantRowNumber), visible: clientVisible,
            in: transaction)
        try RetentionTerms.refresh([candidateID], in: transaction)
        var after = JSONObject()
        after["candidate_id"] = .string(candidateID.description)
        after["job_id"] = .string(job.id.description)
        after["status"] = .string(status.rawValue)
        call.note("application", id, after: .object(after))
        return (id, transition)
    }

    /// A line for each stage; answers the last one's identifier.
    private func writeHistory(of id: Application.ID, at: Instant, in call: Call) throws -> StatusChange.ID {
        var from: Application.Status?
        var transition = call.newID(StatusChange.self)
        for stage in earlier + [status] {
            if from != nil { transition = call.newID(StatusChange.self) }
            let reason = stage == status ? rejectionReasonID : nil
            try call.transaction.execute(
                """
                INSERT INTO status_history (id, application_id, from_status, to_status, at, actor_id, reason_id, row_seq)
                VALUES (\(transition), \(id), \(from), \(stage), \(at), \(call.principal.userID), \(reason),
                \(try call.rowSequence()))
                """)
            from = stage
        }
        return transition
    }

    static func alreadyOpen(_ other: Application.ID) -> Problem {
        Problem.conflict(
            Phrase(
                en: "There is an open application of this candidate on this job already: \(other).",
                fr: "Ce candidat a déjà une candidature en cours sur ce poste : \(other)."),
            members: ["application_id": .string(other.description)])
    }

    /// Refuses a source that is not in the list.
    static func check(source: Source.ID?, in transaction: any Transaction) throws {
        guard let source else { return }
        guard try transaction.exists("SELECT 1 FROM source WHERE id = \(source) AND deleted_at IS NULL") else {
            throw Problem.invalid(
                field: "source_id", code: "invalid",
                Phrase(en: "is not one of the sources", fr: "ne figure pas parmi les sources"))
        }
    }
}

/// What an application needs to know of its job.
struct ApplicationJob {
    var id: Job.ID
    var rowNumber: Int64
    var title: String
    var status: Job.Status
    var companyID: Company.ID
    var companyRowNumber: Int64
    var companyName: String
    var consultantID: Consultant.ID?
    var consultantRowNumber: Int64?

    static func load(_ id: Job.ID, in transaction: any Transaction) throws -> ApplicationJob? {
        try transaction.first(
            """
            SELECT j.id, j.row_no, j.title, j.status, p.id, p.row_no, p.name, j.owner_consultant_id,
            k.row_no FROM job j JOIN company p ON p.id = j.company_id
            LEFT JOIN consultant k ON k.id = j.owner_consultant_id WHERE j.id = \(id) AND j.deleted_at IS NULL
            """
        ) { columns in
            ApplicationJob(
                id: try columns.next(), rowNumber: try columns.next(), title: try columns.next(),
                status: try columns.next(), companyID: try columns.next(),
                companyRowNumber: try columns.next(), companyName: try columns.next(),
                consultantID: try columns.next(), consultantRowNumber: try columns.next())
        }
    }

    static let notFound = Problem.notFound(Phrase(en: "job", fr: "poste"))
}

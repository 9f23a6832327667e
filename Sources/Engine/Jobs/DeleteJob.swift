import Domain
import JSON
import Storage

/// Deletes a job that no application needs any more. An admin can undo it.
public struct DeleteJob: RouteOperation {
    public static let contract = Contract(
        "jobs.delete", .delete, "/jobs/{job_id}", access: .roles(employer: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete job", fr: "Supprimer une offre d’emploi"))

    public var jobID: Job.ID
    public var expectedVersion: Int?

    public init(jobID: Job.ID, expectedVersion: Int? = nil) {
        self.jobID = jobID
        self.expectedVersion = expectedVersion
    }

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Job.ID
        public var deletedAt: Instant
    }

    /// How many of the applications that stand in the way are named.
    private static let named = 20

    public func perform(in call: Call) throws -> Answer {
        let job = try JobReading.findInFull(jobID, in: call)
        try StaleVersion.check(expectedVersion, current: job.version, "job", jobID)
        try checkDependants(in: call)
        let clock = try call.rowSequence()
        try JobSearchDocument.remove(jobID, in: call)
        try call.transaction.execute(
            """
            UPDATE job SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(clock) WHERE id = \(jobID)
            """)
        try Tombstone.write("job", jobID, in: call)
        call.note("job", jobID, before: ["title": .string(job.title), "status": .string(job.status.rawValue)])
        return Answer(id: jobID, deletedAt: call.now)
    }

    private func checkDependants(in call: Call) throws {
        let open: [Application.ID] = try call.transaction.column(
            """
            SELECT id FROM application WHERE job_id = \(jobID) AND deleted_at IS NULL
            AND status IN ('sourced', 'applied', 'screening', 'submitted', 'interview', 'offer')
            ORDER BY id LIMIT \(Self.named + 1)
            """)
        guard !open.isEmpty else { return }
        let count = open.count > Self.named ? "\(Self.named)+" : "\(open.count)"
        throw Problem.conflict(
            Phrase(
                en: "The job still has open applications (\(count)). Close them, or close the job instead.",
                fr: "Le poste a encore des candidatures en cours (\(count)). Terminez-les, ou fermez plutôt le poste."),
            members: ["applications": .array(open.prefix(Self.named).map { .string($0.description) })]
        ).about("job", jobID)
    }
}

import Domain
import JSON
import Storage

/// Puts a candidate into the trash. 409 while applications of the candidate are still open, naming them.
public struct DeleteCandidate: RouteOperation {
    public static let contract = Contract(
        "candidates.delete", .delete, "/candidates/{candidate_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Delete candidate", fr: "Supprimer un candidat"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: Candidate.ID
        public var deletedAt: Instant
    }

    public var candidateID: Candidate.ID
    public var expectedVersion: Int?

    public init(candidateID: Candidate.ID, expectedVersion: Int? = nil) {
        self.candidateID = candidateID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        guard let before = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        try StaleVersion.check(expectedVersion, current: before.version, "candidate", candidateID)
        try requireNoOpenApplications(in: call.transaction)
        let number: Int64? = try call.transaction.value(
            """
            UPDATE candidate SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(candidateID) RETURNING row_no
            """)
        if let number {
            try EngineSearch.remove(number, from: EngineSchema.candidateSearch, in: call.transaction)
        }
        try SharedContacts.recount(of: [candidateID], in: call.transaction)
        try Tombstone.write("candidate", candidateID, in: call)
        call.note(
            "candidate", candidateID, before: ["deleted_at": .null],
            after: ["deleted_at": .string(call.now.description)])
        return Answer(id: candidateID, deletedAt: call.now)
    }

    private func requireNoOpenApplications(in transaction: any Transaction) throws {
        let open: [Application.ID] = try transaction.column(
            """
            SELECT id FROM application WHERE candidate_id = \(candidateID) AND closed_at IS NULL
            AND deleted_at IS NULL ORDER BY id LIMIT 20
            """)
        guard !open.isEmpty else { return }
        throw Problem.conflict(
            Phrase(
                en: "The candidate has open applications (\(open.count)). Close them first.",
                fr: "Le candidat a des candidatures en cours (\(open.count)). Clôturez-les d’abord."),
            members: [
                "dependants": .array(
                    open.map { ["type": "application", "id": .string($0.description)] })
            ]
        ).about("candidate", candidateID)
    }
}

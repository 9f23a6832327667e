import Domain
import JSON
import Storage

/// Takes an experience record away from a candidate.
public struct DeleteExperience: RouteOperation {
    public static let contract = Contract(
        "candidates.experience.delete", .delete, "/candidates/{candidate_id}/experience/{exp_id}",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete work experience", fr: "Supprimer une expérience professionnelle"))

    public var candidateID: Candidate.ID
    public var expID: Experience.ID
    public var expectedVersion: Int?

    public init(candidateID: Candidate.ID, expID: Experience.ID, expectedVersion: Int? = nil) {
        self.candidateID = candidateID
        self.expID = expID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ExperienceView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let record = try ExperienceReading.one(expID, of: candidateID, in: call.transaction) else {
            throw ExperienceWriting.notFound(expID)
        }
        try StaleVersion.check(expectedVersion, current: record.version, "experience", expID)
        try call.transaction.execute(
            """
            UPDATE experience SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(expID)
            """)
        try Tombstone.write("experience", expID, in: call)
        try ExperienceWriting.finish(candidateID, in: call)
        call.note("experience", expID, before: try JSONValue(encoding: record))
        return record
    }
}

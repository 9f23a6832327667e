import Domain
import JSON
import Storage

/// Takes an education record away from a candidate.
public struct DeleteEducation: RouteOperation {
    public static let contract = Contract(
        "candidates.education.delete", .delete, "/candidates/{candidate_id}/education/{edu_id}",
        access: .roles(candidate: .own, admin: .yes), effect: .write,
        Phrase(en: "Delete education record", fr: "Supprimer une formation"))

    public var candidateID: Candidate.ID
    public var eduID: Education.ID
    public var expectedVersion: Int?

    public init(candidateID: Candidate.ID, eduID: Education.ID, expectedVersion: Int? = nil) {
        self.candidateID = candidateID
        self.eduID = eduID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> EducationView {
        try CandidateVisibility.requireFull(candidateID, in: call)
        guard let record = try EducationReading.one(eduID, of: candidateID, in: call.transaction) else {
            throw EducationWriting.notFound(eduID)
        }
        try StaleVersion.check(expectedVersion, current: record.version, "education", eduID)
        try call.transaction.execute(
            """
            UPDATE education SET deleted_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(eduID)
            """)
        try Tombstone.write("education", eduID, in: call)
        try EducationWriting.finish(candidateID, in: call)
        call.note("education", eduID, before: try JSONValue(encoding: record))
        return record
    }
}

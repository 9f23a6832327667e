import Domain
import JSON
import Storage

/// Changes what is noted about an application: never its stage, which `applications.changeStatus` moves.
public struct UpdateApplication: RouteOperation {
    public static let contract = Contract(
        "applications.update", .put, "/applications/{application_id}",
        access: .roles(consultant: .yes, admin: .yes), effect: .write,
        Phrase(en: "Update application", fr: "Modifier une candidature"))

    public var applicationID: Application.ID
    public var rating: Patch<Bounded<1, 5>>
    /// The place in the column of the board, highest first.
    public var position: Int64?
    public var sourceID: Patch<Source.ID>
    /// A CV of the candidate.
    public var cvID: Patch<CurriculumVitae.ID>
    public var onHold: Bool?
    public var expectedVersion: Int?

    public init(
        applicationID: Application.ID, rating: Patch<Bounded<1, 5>> = .keep, position: Int64? = nil,
        sourceID: Patch<Source.ID> = .keep, cvID: Patch<CurriculumVitae.ID> = .keep, onHold: Bool? = nil,
        expectedVersion: Int? = nil
    ) {
        self.applicationID = applicationID
        self.rating = rating
        self.position = position
        self.sourceID = sourceID
        self.cvID = cvID
        self.onHold = onHold
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> ApplicationView {
        if case .set(let source) = sourceID { try ApplicationInsertion.check(source: source, in: call.transaction) }
        var record = try ApplicationRecord.load(applicationID, in: call)
        try record.check(expectedVersion: expectedVersion)
        if case .set(let cv) = cvID { try check(cv, of: record.view.candidateID, in: call.transaction) }
        let before = record.view
        record.view.rating = rating.applied(to: before.rating.flatMap { Bounded($0) })?.value
        record.view.position = position ?? before.position
        record.view.sourceID = sourceID.applied(to: before.sourceID)
        record.view.cvID = cvID.applied(to: before.cvID)
        record.view.onHold = onHold ?? before.onHold
        guard record.view != before else { return record.answer(for: call.principal) }
        let view = record.view
        let thisOne: SQL = "a.id = \(applicationID)"
        let isCountedAnew = view.sourceID != before.sourceID
        if isCountedAnew {
            try ApplicationRollups.add(.workspace, where: thisOne, times: -1, in: call.transaction)
        }
        try call.transaction.execute(
            """
            UPDATE application SET rating = \(view.rating), position = \(view.position), source_id = \(view.sourceID),
            cv_id = \(view.cvID), on_hold = \(view.onHold), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(applicationID)
            """)
        if isCountedAnew {
            try ApplicationRollups.add(.workspace, where: thisOne, in: call.transaction)
            try call.transaction.execute(
                "UPDATE placement SET source_id = \(view.sourceID) WHERE application_id = \(applicationID)")
        }
        let changes = try FieldChanges(from: before, to: view)
        call.note("application", applicationID, before: changes.before, after: changes.after)
        record.view.updatedAt = call.now
        record.view.version += 1
        return record.answer(for: call.principal)
    }

    private func check(
        _ cv: CurriculumVitae.ID, of candidate: Candidate.ID, in transaction: any Transaction
    ) throws {
        let belongs = try transaction.exists(
            "SELECT 1 FROM cv WHERE id = \(cv) AND candidate_id = \(candidate) AND deleted_at IS NULL")
        guard !belongs else { return }
        throw Problem.invalid(
            field: "cv_id", code: "invalid",
            Phrase(en: "is not a CV of this candidate", fr: "n’est pas un CV de ce candidat"))
    }
}

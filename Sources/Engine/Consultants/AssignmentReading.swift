import Domain
import Storage

/// Reads who looks after a candidate.
enum AssignmentReading {
    /// The assignment that is active, without the consultant's numbers.
    static func active(
        _ consultant: Consultant.ID, _ candidate: Candidate.ID, in transaction: any Transaction
    ) throws -> (id: Assignment.ID, role: Assignment.Role)? {
        try transaction.first(
            """
            SELECT id, role FROM assignment WHERE subject_id = \(candidate) AND consultant_id = \(consultant)
            AND ends_at IS NULL AND deleted_at IS NULL
            """
        ) { (id: try $0.next(), role: try $0.next()) }
    }

    static func one(_ id: Assignment.ID, of consultant: ConsultantView, in call: Call) throws -> AssignmentView {
        let count = try ConsultantReading.assignedCandidates(of: consultant.id, in: call.transaction)
        let found = try call.transaction.first(
            "SELECT id, consultant_id, subject_id, role, starts_at, ends_at FROM assignment WHERE id = \(id)"
        ) { columns in
            AssignmentView(
                id: try columns.next(), consultantID: try columns.next(), candidateID: try columns.next(),
                role: try columns.next(), startsAt: try columns.next(), endsAt: try columns.next(),
                assignedCandidates: count, capacity: consultant.capacity)
        }
        guard let found else { throw StorageError.corrupt(detail: "an assignment is gone") }
        return found
    }
}

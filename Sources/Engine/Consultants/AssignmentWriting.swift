import Domain
import Storage

/// What a consultant can look after.
enum AssignmentSubject {
    case candidate(Candidate.ID)
    case company(Company.ID)

    var type: String {
        switch self {
        case .candidate: "candidate"
        case .company: "company"
        }
    }

    var id: AnyEntity.ID {
        switch self {
        case .candidate(let id): id.cast()
        case .company(let id): id.cast()
        }
    }
}

/// Writes who looks after whom. `owner_consultant_id` of a candidate or company names the same consultant as its
/// active assignment of the role `owner`; both are written in one transaction.
enum AssignmentWriting {
    /// Ends the owner's assignment and begins the new one's. The owner column is the caller's to write.
    static func setOwner(
        _ consultant: Consultant.ID?, of subject: AssignmentSubject, since before: Consultant.ID?, in call: Call
    ) throws {
        guard consultant != before else { return }
        if let before { try end(before, of: subject, in: call) }
        guard let consultant else { return }
        // Whoever helped so far does not help any more, but owns.
        try end(consultant, of: subject, in: call)
        try begin(consultant, .owner, of: subject, in: call)
    }

    @discardableResult
    static func begin(
        _ consultant: Consultant.ID, _ role: Assignment.Role, of subject: AssignmentSubject, in call: Call
    ) throws -> Assignment.ID {
        let id: Assignment.ID = call.newID()
        try call.transaction.execute(
            """
            INSERT INTO assignment (id, created_at, updated_at, created_by, version, row_seq, consultant_id,
            subject_type, subject_id, role, starts_at)
            VALUES (\(id), \(call.now), \(call.now), \(call.principal.userID), 1, \(try call.rowSequence()),
            \(consultant), \(subject.type), \(subject.id), \(role), \(call.now))
            """)
        return id
    }

    /// Ends what that consultant has to do with the subject now.
    static func end(_ consultant: Consultant.ID, of subject: AssignmentSubject, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE assignment SET ends_at = \(call.now), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE subject_id = \(subject.id) AND consultant_id = \(consultant)
            AND ends_at IS NULL AND deleted_at IS NULL
            """)
    }
}

import Domain
import JSON
import Storage

/// Gives a candidate to a consultant: as its owner, who takes the place of the one before, or as a second one beside
/// the owner. Doing it again changes nothing. 409 where the consultant has as many candidates as it can look after;
/// an admin may go beyond that.
public struct AssignCandidate: RouteOperation {
    public static let contract = Contract(
        "consultants.assignCandidate", .post, "/consultants/{consultant_id}/assign-candidate",
        access: .roles(consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Assign candidate", fr: "Confier un candidat à un consultant"), success: 201)

    public var consultantID: Consultant.ID
    public var candidateID: Candidate.ID
    /// `owner` unless said otherwise.
    public var role: Assignment.Role?
    /// Beyond the consultant's capacity. Admins only.
    public var overCapacity: Bool?

    public init(
        consultantID: Consultant.ID, candidateID: Candidate.ID, role: Assignment.Role? = nil,
        overCapacity: Bool? = nil
    ) {
        self.consultantID = consultantID
        self.candidateID = candidateID
        self.role = role
        self.overCapacity = overCapacity
    }

    public func perform(in call: Call) throws -> AssignmentView {
        if overCapacity == true, !call.principal.isAdmin { throw Problem.invalid([.adminsOnly("over_capacity")]) }
        let consultant = try ConsultantReading.find(consultantID, in: call)
        guard let candidate = try CandidateReading.one(candidateID, in: call) else {
            throw CandidateVisibility.notFound(candidateID)
        }
        let wanted = role ?? .owner
        let known = try AssignmentReading.active(consultantID, candidateID, in: call.transaction)
        if let known, known.role == wanted {
            return try AssignmentReading.one(known.id, of: consultant, in: call)
        }
        try check(consultant, isNew: known == nil)
        if known?.role == .owner {
            throw Problem.conflict(
                Phrase(
                    en: "The consultant owns this candidate. Unassign it first, or make somebody else the owner.",
                    fr: "Le consultant est responsable de ce candidat. Retirez-le d’abord, ou nommez un autre "
                        + "responsable.")
            ).about("candidate", candidateID)
        }
        let id = try write(wanted, since: candidate.ownerConsultantID, in: call)
        return try AssignmentReading.one(id, of: consultant, in: call)
    }

    private func check(_ consultant: ConsultantView, isNew: Bool) throws {
        guard consultant.status == .active else {
            throw Problem.conflict(
                Phrase(
                    en: "The consultant is inactive and gets no new candidates.",
                    fr: "Le consultant est inactif et ne reçoit plus de candidats.")
            ).about("consultant", consultantID)
        }
        let assigned = consultant.assignedCandidates ?? 0
        guard isNew, assigned >= consultant.capacity, overCapacity != true else { return }
        throw Problem.conflict(
            Phrase(
                en: "The consultant looks after \(assigned) candidates and can look after \(consultant.capacity). An "
                    + "admin can raise that, or go beyond it with over_capacity.",
                fr: "Le consultant suit \(assigned) candidats et peut en suivre \(consultant.capacity). Un "
                    + "administrateur peut relever cette limite ou la dépasser avec over_capacity."),
            members: [
                "assigned_candidates": .integer(Int64(assigned)), "capacity": .integer(Int64(consultant.capacity)),
            ]
        ).about("consultant", consultantID)
    }

    private func write(_ role: Assignment.Role, since before: Consultant.ID?, in call: Call) throws -> Assignment.ID {
        let subject = AssignmentSubject.candidate(candidateID)
        guard role == .owner else {
            let id = try AssignmentWriting.begin(consultantID, role, of: subject, in: call)
            call.note(
                "candidate", candidateID, after: ["secondary_consultant_id": .string(consultantID.description)])
            return id
        }
        try AssignmentWriting.setOwner(consultantID, of: subject, since: before, in: call)
        try CandidateWriting.setOwner(consultantID, of: candidateID, in: call)
        call.note(
            "candidate", candidateID,
            before: ["owner_consultant_id": before.map { .string($0.description) } ?? .null],
            after: ["owner_consultant_id": .string(consultantID.description)])
        guard let made = try AssignmentReading.active(consultantID, candidateID, in: call.transaction) else {
            throw StorageError.corrupt(detail: "an assignment is gone")
        }
        return made.id
    }
}

import Domain
import JSON
import Storage

/// Takes a candidate away from a consultant. 404 where the consultant does not look after it.
public struct UnassignCandidate: RouteOperation {
    public static let contract = Contract(
        "consultants.unassignCandidate", .delete, "/consultants/{consultant_id}/assign-candidate/{candidate_id}",
        access: .roles(consultant: .own, admin: .yes), effect: .write,
        Phrase(en: "Unassign candidate", fr: "Retirer un candidat à un consultant"))

    public var consultantID: Consultant.ID
    public var candidateID: Candidate.ID

    public init(consultantID: Consultant.ID, candidateID: Candidate.ID) {
        self.consultantID = consultantID
        self.candidateID = candidateID
    }

    public func perform(in call: Call) throws -> AssignmentView {
        let consultant = try ConsultantReading.find(consultantID, in: call)
        try CandidateVisibility.require(candidateID, in: call)
        guard let known = try AssignmentReading.active(consultantID, candidateID, in: call.transaction) else {
            throw Problem.notFound(
                Phrase(en: "assignment of this candidate", fr: "attribution de ce candidat")
            ).about("candidate", candidateID)
        }
        try AssignmentWriting.end(consultantID, of: .candidate(candidateID), in: call)
        if known.role == .owner { try CandidateWriting.setOwner(nil, of: candidateID, in: call) }
        let field = known.role == .owner ? "owner_consultant_id" : "secondary_consultant_id"
        call.note(
            "candidate", candidateID, before: [field: .string(consultantID.description)], after: [field: .null])
        return try AssignmentReading.one(known.id, of: consultant, in: call)
    }
}

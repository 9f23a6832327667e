import Domain
import JSON

/// An application as the caller may see it. A candidate sees its own without scores, ratings and internal reasons.
public struct ApplicationView: Codable, Sendable, Equatable {
    public var id: Application.ID
    public var candidateID: Candidate.ID
    public var jobID: Job.ID
    /// Absent, like the job's and the company's name, for a candidate that was sourced for a job which the public does
    /// not see.
    public var companyID: Company.ID?
    public var status: Application.Status
    public var onHold: Bool
    public var appliedAt: Instant
    public var statusEnteredAt: Instant
    public var closedAt: Instant?
    public var coverLetter: String?
    public var answers: [ApplicationAnswer]
    public var cvID: CurriculumVitae.ID?
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
    /// Names beside the identifiers, for lists and boards. The candidate's is its first and last name, or for an
    /// employer who may not see it yet the title of its anonymous profile.
    public var candidateName: String
    public var candidateTitle: String?
    public var jobTitle: String
    public var companyName: String

    public var sourceID: Source.ID?
    public var consultantID: Consultant.ID?
    /// 0…1.
    public var matchScore: Double?
    /// 1…5.
    public var rating: Int?
    public var rejectionReasonID: Reason.ID?
    public var position: Int64?
    /// The last transition, to take it back within ten minutes (`applications.changeStatus` with `undo_of`).
    /// Only in the answer of the operation that made it.
    public var transitionID: StatusChange.ID?
}

/// A question of the job's form and what the candidate answered.
public struct ApplicationAnswer: Codable, Sendable, Equatable {
    public var question: Text<500>
    public var answer: Text<5_000>

    public init(question: Text<500>, answer: Text<5_000>) {
        self.question = question
        self.answer = answer
    }
}

/// One transition. Candidates see stage, date and public comment only.
public struct StatusChangeView: Codable, Sendable, Equatable {
    public var id: StatusChange.ID
    public var fromStatus: Application.Status?
    public var toStatus: Application.Status
    public var at: Instant
    public var publicComment: String?
    public var actorID: User.ID?
    public var actorName: String?
    public var reasonID: Reason.ID?
    public var reasonName: String?
    public var internalComment: String?
    public var batchID: AnyEntity.ID?
    public var undoOf: StatusChange.ID?
}

public struct NoteView: Codable, Sendable, Equatable {
    public var id: Note.ID
    public var applicationID: Application.ID
    public var authorID: User.ID
    public var authorName: String
    public var body: String
    public var visibility: Note.Visibility
    public var mentions: [User.ID]
    public var createdAt: Instant
    public var editedAt: Instant?
}

public struct InterviewView: Codable, Sendable, Equatable {
    public var id: Interview.ID
    public var applicationID: Application.ID
    public var round: Int
    public var kind: Interview.Kind
    public var startAt: Instant
    public var endAt: Instant
    public var timezone: String
    public var location: String?
    public var videoURL: String?
    public var organizerID: User.ID
    public var participants: [InterviewParticipant]
    public var status: Interview.Status
    public var icalUID: String
    public var icalSequence: Int
    /// The invitation as RFC 5545 text (`text/calendar`).
    public var icalendar: String
    public var version: Int
    public var candidateName: String
    public var jobTitle: String
}

public struct InterviewParticipant: Codable, Sendable, Equatable {
    public var userID: User.ID
    public var response: Interview.Response

    public init(userID: User.ID, response: Interview.Response) {
        self.userID = userID
        self.response = response
    }
}

public struct OfferView: Codable, Sendable, Equatable {
    public var id: Offer.ID
    public var applicationID: Application.ID
    public var revision: Int
    public var status: Offer.Status
    /// Minor units of `currency` for each `salary_unit`.
    public var salary: Int64
    public var currency: String
    public var salaryUnit: SalaryUnit
    public var startDate: CalendarDate
    public var expiresAt: Instant
    public var sentAt: Instant?
    public var resolvedAt: Instant?
    public var declineReasonID: Reason.ID?
    public var message: String?
    public var createdAt: Instant
    public var version: Int
    public var candidateName: String
    public var jobTitle: String
}

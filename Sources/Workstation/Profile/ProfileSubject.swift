import Domain
import Engine

extension Profile {
    /// Whom the pane shows, the application that it is about, and what the list already knows of both: that is shown
    /// at once, before the rest is read.
    public struct Subject: Sendable, Hashable {
        public var candidateID: Candidate.ID
        /// Without it the profile is about the candidate's newest application.
        public var applicationID: Application.ID?
        public var name: String
        var jobTitle: String?
        var status: Application.Status?
        var statusEnteredAt: Instant?
        var onHold = false
        var matchScore: Double?
        var rating: Int?

        public init(_ card: ApplicationCard) {
            candidateID = card.candidateID
            applicationID = card.id
            name = card.candidateName
            jobTitle = card.jobTitle
            status = card.status
            statusEnteredAt = card.statusEnteredAt
            onHold = card.onHold
            matchScore = card.matchScore
            rating = card.rating
        }

        init(_ candidate: CandidateView, language: Language) {
            candidateID = candidate.id
            name = candidate.displayName(language)
        }

        init(own candidate: Candidate.ID, name: String) {
            candidateID = candidate
            self.name = name
        }
    }

    /// What a reading is about.
    struct Key: Sendable, Hashable {
        var candidateID: Candidate.ID
        var applicationID: Application.ID?
    }
}

import Domain
import Engine

/// An application that an action is about, with what is said of it.
public struct Subject: Sendable, Hashable, Identifiable {
    public var id: Application.ID
    public var candidateID: Candidate.ID
    public var jobID: Job.ID
    public var name: String
    public var jobTitle: String
    public var status: Application.Status
    public var onHold: Bool

    public init(
        id: Application.ID, candidateID: Candidate.ID, jobID: Job.ID, name: String, jobTitle: String,
        status: Application.Status, onHold: Bool
    ) {
        self.id = id
        self.candidateID = candidateID
        self.jobID = jobID
        self.name = name
        self.jobTitle = jobTitle
        self.status = status
        self.onHold = onHold
    }

    public init(_ card: ApplicationCard) {
        self.init(
            id: card.id, candidateID: card.candidateID, jobID: card.jobID, name: card.candidateName,
            jobTitle: card.jobTitle, status: card.status, onHold: card.onHold)
    }

    public init(_ view: ApplicationView) {
        self.init(
            id: view.id, candidateID: view.candidateID, jobID: view.jobID, name: view.candidateName,
            jobTitle: view.jobTitle, status: view.status, onHold: view.onHold)
    }
}

extension Workstation {
    /// What card actions are about: the selection, or what has the cursor.
    public var subjects: [Subject] {
        switch place {
        case .pipeline: board.subjects
        case .candidates: candidates.subjects
        case .jobs: jobs.subjects
        case .conversations: []
        }
    }
}

extension Board {
    var subjects: [Subject] {
        if focus == .list, selectedCount > 0 {
            return columns.flatMap { column in
                let visible = column.list.inMemory.filter { column.list.selected.contains($0.id) }
                let elsewhere = column.list.selected.subtracting(visible.map(\.id)).compactMap { remembered[$0] }
                return (visible + elsewhere).map(Subject.init)
            }
        }
        return currentCard.map { [Subject($0)] } ?? []
    }
}

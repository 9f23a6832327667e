import Domain
import Engine

/// A move that a person asks for, with what is said with it.
public struct Transition: Sendable, Hashable {
    public var status: Application.Status
    public var reasonID: Reason.ID?
    public var publicComment: String?
    public var internalComment: String?

    public init(
        to status: Application.Status, reasonID: Reason.ID? = nil, publicComment: String? = nil,
        internalComment: String? = nil
    ) {
        self.status = status
        self.reasonID = reasonID
        self.publicComment = publicComment
        self.internalComment = internalComment
    }

    func operation(_ subject: Subject) -> ChangeApplicationStatus {
        ChangeApplicationStatus(
            applicationID: subject.id, status: status, expectedFrom: subject.status, reasonID: reasonID,
            publicComment: publicComment.map { Text(cutting: $0) },
            internalComment: internalComment.map { Text(cutting: $0) })
    }
}

extension Workstation {
    /// Moves applications: each is shown in its new stage at once; when the engine has it on disk a toast says so, and
    /// when it refuses the card goes back and the reason is shown.
    ///
    /// - Parameter isRedo: whether this does again what was undone.
    mutating func move(_ subjects: [Subject], _ transition: Transition, isRedo: Bool = false) -> [Work] {
        let moving = subjects.filter { $0.status != transition.status }
        guard !moving.isEmpty else { return [] }
        if moving.count > 1, Catalogue.allows("applications.bulkUpdate", person.role) {
            return moveTogether(moving, transition, isRedo: isRedo)
        }
        return moving.map { moveAlone($0, transition, isRedo) } + board.works()
    }

    private mutating func moveAlone(_ subject: Subject, _ transition: Transition, _ isRedo: Bool) -> Work {
        let displaced = board.transfer(subject.id, to: transition.status, at: now)
        return .write(transition.operation(subject)) { workstation, view in
            workstation.settleMove(subject, view, transition, isRedo)
        } refused: { workstation, problem in
            if let displaced { workstation.board.putBack(displaced) }
            workstation.tell(error: "\(subject.name): \(problem.sentence(in: workstation.language))")
            return workstation.refreshSubjects()
        }
    }

    private mutating func settleMove(
        _ subject: Subject, _ view: ApplicationView, _ transition: Transition, _ isRedo: Bool
    ) -> [Work] {
        board.settle(view)
        let label = Phrase(
            en: "\(subject.name) → \(view.status.title.english)", fr: "\(subject.name) → \(view.status.title.french)")
        tell(label, level: .done)
        if let moved = view.transitionID {
            var after = subject
            after.status = view.status
            let entry = Journal.Entry.transitions(
                label, transition, [Journal.Moved(before: subject, after: after, id: moved)])
            journal.record(entry, isRedo: isRedo)
        }
        return refreshSubjects()
    }

    /// Reads again what shows applications, beside the board that already moved the card.
    mutating func refreshSubjects() -> [Work] {
        switch place {
        case .pipeline:
            board.profile.reload()
            return board.works()
        case .candidates:
            candidates.profile.reload()
            return candidates.works()
        case .jobs:
            jobs.reload()
            return jobs.works()
        case .conversations: return refreshConversations()
        }
    }
}

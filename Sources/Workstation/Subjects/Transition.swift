import Domain
import Engine

/// A move that a person asks for, with what is said with it.
public struct Transition: Sendable, Hashable {
    public var status: Application.Status
    public var reasonID: Reason.ID?
    public var publicComment: String?
    public var internalComment: String?
    /// The stages to go on to, one move each, once the move to `status` is made: `3 L`.
    public var onward: [Application.Status]

    public init(
        to status: Application.Status, reasonID: Reason.ID? = nil, publicComment: String? = nil,
        internalComment: String? = nil, onward: [Application.Status] = []
    ) {
        self.status = status
        self.reasonID = reasonID
        self.publicComment = publicComment
        self.internalComment = internalComment
        self.onward = onward
    }

    /// The move that comes after this one; nil when this is the last.
    var next: Transition? {
        guard let stage = onward.first else { return nil }
        var next = self
        next.status = stage
        next.onward.removeFirst()
        return next
    }

    /// The same move with nothing after it.
    var alone: Transition {
        var alone = self
        alone.onward = []
        return alone
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
        // Those that are there already are done with.
        board.deselect(subjects.filter { $0.status == transition.status }.map(\.id))
        let moving = subjects.filter { $0.status != transition.status }
        guard let first = moving.first else { return [] }
        if moving.count > 1 { return moveTogether(moving, transition, isRedo: isRedo) }
        return [moveAlone(first, transition, isRedo)] + board.works()
    }

    /// Makes the next of several moves, for those that made the one before. An offer is made by its own form.
    mutating func goOn(_ subjects: [Subject], after transition: Transition) -> [Work] {
        guard let next = transition.next, !subjects.isEmpty else { return [] }
        guard transition.status != .interview || next.status != .offer else {
            tell(
                Phrase(
                    en: "It stops at Interview: the next stage takes an offer.",
                    fr: "Arrêt à l’étape Entretien : l’étape suivante demande une offre."))
            return []
        }
        return move(subjects, next)
    }

    private mutating func moveAlone(_ subject: Subject, _ transition: Transition, _ isRedo: Bool) -> Work {
        let displaced = board.transfer(subject.id, to: transition.status, at: now)
        return .write(transition.operation(subject)) { workstation, view in
            workstation.settleMove(subject, view, transition, isRedo)
        } refused: { workstation, problem in
            if let displaced { workstation.board.putBack(displaced) }
            workstation.tell(error: workstation.about(subject.name, problem.sentence(in: workstation.language)))
            return workstation.refreshSubjects()
        }
    }

    private mutating func settleMove(
        _ subject: Subject, _ view: ApplicationView, _ transition: Transition, _ isRedo: Bool
    ) -> [Work] {
        board.settle(view)
        board.deselect([subject.id])
        let label = Phrase(
            en: "\(subject.name) → \(view.status.title.english)", fr: "\(subject.name) → \(view.status.title.french)")
        tell(label, level: .done)
        var after = subject
        after.status = view.status
        if let moved = view.transitionID {
            let entry = Journal.Entry.transitions(
                label, transition.alone, [Journal.Moved(before: subject, after: after, id: moved)])
            journal.record(entry, isRedo: isRedo)
        }
        return refreshSubjects() + goOn([after], after: transition)
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

import Domain
import Engine

extension Journal {
    /// One application that was moved: before, after, and the history row of the move.
    struct Moved: Sendable {
        var before: Subject
        var after: Subject
        var id: StatusChange.ID
    }
}

extension Journal.Entry {
    /// Moves that can be taken back within ten minutes while nothing was built on them.
    static func transitions(_ label: Phrase, _ transition: Transition, _ moved: [Journal.Moved]) -> Journal.Entry {
        Journal.Entry(
            label: label,
            undo: { $0.takeBack(label, transition, moved) },
            redo: { $0.move(moved.map(\.before), transition, isRedo: true) })
    }
}

extension Workstation {
    /// Takes moves back, each at once on the screen and durable before the toast says so.
    fileprivate mutating func takeBack(
        _ label: Phrase, _ transition: Transition, _ moved: [Journal.Moved]
    ) -> [Work] {
        let displaced = moved.compactMap { board.transfer($0.after.id, to: $0.before.status, at: now) }
        let work = Work.write { session in
            var views: [ApplicationView] = []
            var problems: [(name: String, problem: Problem)] = []
            var failed: Set<Application.ID> = []
            for move in moved {
                let undo = ChangeApplicationStatus(
                    applicationID: move.after.id, expectedFrom: move.after.status, undoOf: move.id)
                switch session.attempt(undo) {
                case .success(let view): views.append(view)
                case .failure(let problem):
                    failed.insert(move.after.id)
                    problems.append((move.after.name, problem))
                }
            }
            let taken = views
            let refused = (failed, problems)
            return { $0.settleTakenBack(label, transition, moved, displaced, taken, refused) }
        }
        return [work] + board.works()
    }

    private mutating func settleTakenBack(
        _ label: Phrase, _ transition: Transition, _ moved: [Journal.Moved], _ displaced: [Board.Displaced],
        _ views: [ApplicationView], _ refused: (ids: Set<Application.ID>, problems: [(name: String, problem: Problem)])
    ) -> [Work] {
        for view in views { board.settle(view) }
        for place in displaced.reversed() where refused.ids.contains(place.id) { board.putBack(place) }
        let back = moved.filter { !refused.ids.contains($0.after.id) }
        if !back.isEmpty { journal.settleUndo(.transitions(label, transition, back)) }
        if moved.count > 1, !refused.problems.isEmpty {
            report(refused.problems, Phrase(en: "\(back.count) taken back", fr: "\(back.count) annulées"))
        } else if let first = refused.problems.first {
            tell(error: about(first.name, first.problem.sentence(in: language)))
        } else {
            tell(Phrase(en: "Undone: \(label.english)", fr: "Annulé : \(label.french)"), level: .done)
        }
        board.reload()
        return refreshSubjects()
    }
}

import Domain
import Engine

extension Workstation {
    /// Moves many by one operation, best effort, and reports row by row what was refused.
    mutating func moveTogether(_ subjects: [Subject], _ transition: Transition, isRedo: Bool) -> [Work] {
        let displaced = subjects.compactMap { board.transfer($0.id, to: transition.status, at: now) }
        let operation = BulkUpdateApplications(
            applicationIDs: subjects.map(\.id), status: transition.status, reasonID: transition.reasonID,
            publicComment: transition.publicComment.map { Text(cutting: $0) },
            internalComment: transition.internalComment.map { Text(cutting: $0) }, mode: .bestEffort)
        let work = Work.write(operation) { workstation, result in
            workstation.settleTogether(subjects, displaced, result, transition, isRedo)
        } refused: { workstation, problem in
            for place in displaced.reversed() { workstation.board.putBack(place) }
            return workstation.tell(problem)
        }
        return [work] + board.works()
    }

    private mutating func settleTogether(
        _ subjects: [Subject], _ displaced: [Board.Displaced], _ result: BulkUpdateResult, _ transition: Transition,
        _ isRedo: Bool
    ) -> [Work] {
        let byID = Dictionary(subjects.map { ($0.id, $0) }) { first, _ in first }
        var moved: [Journal.Moved] = []
        var refused: [String] = []
        for row in result.results {
            guard let subject = byID[row.applicationID] else { continue }
            board.pending.remove(row.applicationID)
            if let id = row.transitionID {
                var after = subject
                after.status = transition.status
                moved.append(Journal.Moved(before: subject, after: after, id: id))
            } else if row.status != .ok {
                refused.append("\(subject.name) · \(subject.jobTitle): \(row.problem?.detail ?? row.status.rawValue)")
            }
        }
        let failed = Set(result.results.filter { $0.status != .ok }.map(\.applicationID))
        for place in displaced.reversed() where failed.contains(place.card.id) { board.putBack(place) }
        let stage = transition.status.title
        let label = Phrase(
            en: "\(result.updated) → \(stage.english)", fr: "\(result.updated) → \(stage.french)")
        if !moved.isEmpty { journal.record(.transitions(label, transition, moved), isRedo: isRedo) }
        if refused.isEmpty {
            tell(label, level: .done)
        } else {
            let title = Phrase(
                en: "\(result.updated) moved, \(refused.count) refused",
                fr: "\(result.updated) déplacées, \(refused.count) refusées")
            push(.help(HelpPage(title: say(title), lines: refused)))
        }
        board.reload()
        return refreshSubjects()
    }
}

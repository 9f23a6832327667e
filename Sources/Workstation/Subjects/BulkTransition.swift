import Domain
import Engine

/// What came of a move of many, row by row.
struct BulkOutcome: Sendable {
    /// The history row of each move; `nil` where nothing had to change.
    var moved: [Application.ID: StatusChange.ID?] = [:]
    /// Why a row was refused.
    var refused: [Application.ID: String] = [:]
    /// Why all of it was refused, where no row was even looked at.
    var problem: Problem?
}

extension Workstation {
    /// Moves many, best effort, and reports row by row what was refused. Each is moved from the stage that it is believed
    /// to be in: what somebody else has moved in the meantime stays where it is.
    mutating func moveTogether(_ subjects: [Subject], _ transition: Transition, isRedo: Bool) -> [Work] {
        let displaced = subjects.compactMap { board.transfer($0.id, to: transition.status, at: now) }
        let isBulk = Catalogue.allows("applications.bulkUpdate", person.role)
        let language = language
        let work = Work.write { session in
            let outcome =
                isBulk
                ? transition.moveByStages(subjects, session, language)
                : transition.moveOneByOne(subjects, session, language)
            return { $0.settleTogether(subjects, displaced, outcome, transition, isRedo) }
        }
        return [work] + board.works()
    }

    private mutating func settleTogether(
        _ subjects: [Subject], _ displaced: [Board.Displaced], _ outcome: BulkOutcome, _ transition: Transition,
        _ isRedo: Bool
    ) -> [Work] {
        var moved: [Journal.Moved] = []
        for subject in subjects {
            guard let change = outcome.moved[subject.id] else { continue }
            board.pending.remove(subject.id)
            var after = subject
            after.status = transition.status
            if let change { moved.append(Journal.Moved(before: subject, after: after, id: change)) }
        }
        for place in displaced.reversed() where outcome.moved[place.id] == nil { board.putBack(place) }
        board.deselect(outcome.moved.keys)
        if let problem = outcome.problem { return tell(problem) + refreshSubjects() }
        let (stage, count) = (transition.status.title, moved.count)
        let label = Phrase(en: "\(count) → \(stage.english)", fr: "\(count) → \(stage.french)")
        if !moved.isEmpty {
            journal.record(.transitions(label, transition.alone, moved), isRedo: isRedo)
        }
        let refused = subjects.compactMap { subject in
            outcome.refused[subject.id].map { about("\(subject.name) · \(subject.jobTitle)", $0) }
        }
        if refused.isEmpty {
            tell(label, level: .done)
        } else {
            report(refused, Phrase(en: "\(count) moved", fr: "\(count) déplacées"))
        }
        board.reload()
        return refreshSubjects() + goOn(moved.map(\.after), after: transition)
    }

    /// Shows whom something done to many was refused for, and why.
    mutating func report(_ refused: [(name: String, problem: Problem)], _ done: Phrase) {
        report(refused.map { about($0.name, $0.problem.sentence(in: language)) }, done)
    }

    /// Shows which rows of something done to many were refused, and why.
    mutating func report(_ refused: [String], _ done: Phrase) {
        let title = Phrase(
            en: "\(done.english), \(refused.count) refused", fr: "\(done.french), \(refused.count) refusées")
        push(.help(HelpPage(title: say(title), lines: refused)))
    }
}

extension Transition {
    /// One call of the bulk operation for each stage that some of them are in, which it names.
    fileprivate func moveByStages(
        _ subjects: [Subject], _ session: EngineSession, _ language: Language
    ) -> BulkOutcome {
        var outcome = BulkOutcome()
        var failures = 0
        var calls = 0
        for stage in Application.Status.allCases {
            let ids = subjects.filter { $0.status == stage }.map(\.id)
            for start in Swift.stride(from: 0, to: ids.count, by: BulkUpdateApplications.limit) {
                let batch = Array(ids[start..<min(start + BulkUpdateApplications.limit, ids.count)])
                calls += 1
                switch session.attempt(bulkOperation(batch, from: stage)) {
                case .success(let result):
                    for row in result.results {
                        if row.status == .ok {
                            outcome.moved[row.applicationID] = .some(row.transitionID)
                        } else {
                            outcome.refused[row.applicationID] = row.problem?.detail ?? row.status.rawValue
                        }
                    }
                case .failure(let problem):
                    failures += 1
                    for id in batch { outcome.refused[id] = problem.sentence(in: language) }
                    outcome.problem = problem
                }
            }
        }
        if failures < calls { outcome.problem = nil }
        return outcome
    }

    private func bulkOperation(_ ids: [Application.ID], from stage: Application.Status) -> BulkUpdateApplications {
        BulkUpdateApplications(
            applicationIDs: ids, status: status, reasonID: reasonID,
            publicComment: publicComment.map { Text(cutting: $0) },
            internalComment: internalComment.map { Text(cutting: $0) }, expectedFrom: stage, mode: .bestEffort)
    }

    /// For roles that have no bulk operation.
    fileprivate func moveOneByOne(
        _ subjects: [Subject], _ session: EngineSession, _ language: Language
    ) -> BulkOutcome {
        var outcome = BulkOutcome()
        for subject in subjects {
            switch session.attempt(operation(subject)) {
            case .success(let view): outcome.moved[subject.id] = .some(view.transitionID)
            case .failure(let problem): outcome.refused[subject.id] = problem.sentence(in: language)
            }
        }
        return outcome
    }
}

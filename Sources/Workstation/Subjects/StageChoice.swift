import Domain
import Engine

/// Which stage the selected applications go to, by keys, by a choice or by the palette.
extension Workstation {
    /// Stages on (or back), one move each. They step together only from one stage.
    mutating func step(_ steps: Int) -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        guard subjects.allSatisfy({ $0.status == first.status }) else {
            return tell(
                error: say(
                    Phrase(
                        en: "The \(subjects.count) selected are in several stages: m moves them to one.",
                        fr: "Les \(subjects.count) sélectionnées sont à plusieurs étapes : m les mène à une seule.")))
        }
        let path = Application.Status.path
        guard let rank = path.firstIndex(of: first.status) else {
            return tell(
                error: say(
                    Phrase(
                        en: "\(first.name) is out of the path: reopen it with m.",
                        fr: "\(first.name) est sorti du parcours : rouvrez avec m.")))
        }
        let way: [Application.Status] =
            steps > 0
            ? Array(path.dropFirst(rank + 1).prefix(steps)) : Array(path.prefix(rank).reversed().prefix(-steps))
        guard let stage = way.first else {
            return tell(error: about(first.name, noWayOn(first)))
        }
        return ask(subjects, to: stage, onward: Array(way.dropFirst()))
    }

    mutating func chooseStage(_ invocation: Invocation) -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        if let name = invocation.arguments?["stage"]?.stringValue, let stage = Application.Status(rawValue: name) {
            return ask(subjects, to: stage)
        }
        let items = Application.Status.allCases.filter { $0 != .withdrawn }.map { stage in
            Choice.Item(
                say(stage.title), letter: stage.letter, disabledReason: refusal(of: stage, for: subjects)
            ) { $0.ask(subjects, to: stage) }
        }
        let title =
            subjects.count == 1
            ? first.name : say(Phrase(en: "\(subjects.count) selected", fr: "\(subjects.count) sélectionnées"))
        push(.choice(Choice(title: title, items: items, cursor: first.status.rank)))
        return []
    }

    mutating func reject() -> [Work] {
        let subjects = subjects
        return subjects.isEmpty ? tellNothingSelected() : ask(subjects, to: .rejected)
    }

    /// Why none of them can go to a stage; nil when one can.
    func refusal(of stage: Application.Status, for subjects: [Subject]) -> String? {
        var reason: String?
        for subject in subjects {
            guard let refusal = refusal(of: stage, for: subject) else { return nil }
            reason = reason ?? refusal
        }
        return reason
    }

    /// Why a subject cannot go to a stage, as far as the path itself tells; the engine knows the rest.
    func refusal(of stage: Application.Status, for subject: Subject) -> String? {
        if stage == subject.status { return say(Phrase(en: "is there", fr: "y est déjà")) }
        return refusal(from: subject.status, to: stage)
    }

    private func refusal(from: Application.Status, to stage: Application.Status) -> String? {
        guard let move = ApplicationPath.possibleMove(from: from, to: stage) else {
            return say(Phrase(en: "not from \(from.title.english)", fr: "pas depuis \(from.title.french)"))
        }
        guard move.roles.contains(person.role) else {
            return say(
                Phrase(
                    en: "not for the role \(person.role.title.english)",
                    fr: "pas pour le rôle \(person.role.title.french)"))
        }
        return nil
    }

    func noWayOn(_ subject: Subject) -> String {
        say(
            Phrase(
                en: "no stage there (is: \(subject.status.state.english))",
                fr: "pas d’étape (état : \(subject.status.state.french))"))
    }

    /// Moves, after asking for what the move needs: a reason, a comment, an offer. What is sure to be refused is said
    /// before anything is asked.
    ///
    /// - Parameter onward: stages to go on to from there, one move each.
    mutating func ask(
        _ subjects: [Subject], to stage: Application.Status, onward: [Application.Status] = []
    ) -> [Work] {
        let asksForOffer = stage == .offer && subjects.contains { $0.status == .interview }
        // No step goes on past an offer's own form: what would come after it is never made.
        let way =
            asksForOffer ? [] : Array(zip([stage] + onward, onward).prefix { $0 != .interview || $1 != .offer })
        let onTheWay = way.compactMap { refusal(from: $0.0, to: $0.1) }
        if let reason = refusal(of: stage, for: subjects) ?? onTheWay.first {
            return tell(error: about(listed(subjects.map(\.name)), reason))
        }
        let moving = subjects.filter { $0.status != stage }
        if stage == .rejected { return askForReason(subjects) }
        if stage == .offer, moving.contains(where: { $0.status == .interview }) {
            return performOnSubject(Invocation(.offerMake)) ?? []
        }
        let moves = moving.map { ($0.status, stage) } + way
        let needsComment = moves.contains { move in
            ApplicationPath.possibleMove(from: move.0, to: move.1)?.guards.contains(.internalComment) ?? false
        }
        if needsComment { return askForComment(subjects, to: stage, onward: onward) }
        return move(subjects, Transition(to: stage, onward: onward))
    }
}

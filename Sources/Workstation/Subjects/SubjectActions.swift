import Domain
import Engine

extension Workstation {
    /// Actions on the selected applications, the same on every screen; nil for those that are none.
    mutating func performOnSubject(_ invocation: Invocation) -> [Work]? {
        let works: [Work]
        switch invocation.action {
        case .cardNextStage: works = step(invocation.times)
        case .cardPreviousStage: works = step(-invocation.times)
        case .cardMoveTo: works = chooseStage(invocation)
        case .cardReject: works = reject()
        case .cardHold: works = hold()
        case .noteAdd: works = addNote()
        case .interviewSchedule: works = scheduleInterview()
        case .interviewChange: works = changeInterview()
        case .offerMake: works = makeOffer()
        case .offerRespond: works = respondToOffer()
        case .applicationSource: works = putForward(subjectCandidates)
        case .editForm: works = editApplication()
        case .skillsEdit: works = readCandidate { $0.editSkills(of: $1) }
        case .fileAttach:
            works = subjects.first.map { attachCurriculumVitae(to: $0.candidateID) } ?? tellNothingSelected()
        default: return nil
        }
        lastChange = invocation
        return works
    }

    /// The candidates of the selected applications, each once.
    private var subjectCandidates: [CandidateReference] {
        var seen: Set<Candidate.ID> = []
        return subjects.map(CandidateReference.init).filter { seen.insert($0.id).inserted }
    }

    /// Reads the candidate of the selected application for an action on it.
    private mutating func readCandidate(
        then: @escaping @Sendable (inout Workstation, CandidateView) -> [Work]
    ) -> [Work] {
        guard let subject = subjects.first else { return tellNothingSelected() }
        return [.read(Work.Slot("candidate"), GetCandidate(candidateID: subject.candidateID), then: then)]
    }

    /// Stages on (or back) from where each of the subjects is. They move together only from one stage.
    private mutating func step(_ steps: Int) -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        guard let rank = Application.Status.path.firstIndex(of: first.status) else {
            return tell(
                error: say(
                    Phrase(
                        en: "\(first.name) is out of the path: reopen it with m.",
                        fr: "\(first.name) est sorti du parcours : rouvrez avec m.")))
        }
        let target = min(max(rank + steps, 0), Application.Status.path.count - 1)
        return ask(subjects, to: Application.Status.path[target])
    }

    private mutating func chooseStage(_ invocation: Invocation) -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        if let name = invocation.arguments?["stage"]?.stringValue, let stage = Application.Status(rawValue: name) {
            return ask(subjects, to: stage)
        }
        let items = Application.Status.allCases.filter { $0 != .withdrawn }.map { stage in
            Choice.Item(
                say(stage.title), letter: stage.letter, disabledReason: refusal(of: stage, for: first)
            ) { $0.ask(subjects, to: stage) }
        }
        let title =
            subjects.count == 1
            ? first.name : say(Phrase(en: "\(subjects.count) selected", fr: "\(subjects.count) sélectionnées"))
        push(.choice(Choice(title: title, items: items, cursor: first.status.rank)))
        return []
    }

    /// Why a subject cannot go to a stage, as far as the path itself tells; the engine knows the rest.
    func refusal(of stage: Application.Status, for subject: Subject) -> String? {
        if stage == subject.status { return say(Phrase(en: "is there", fr: "y est déjà")) }
        // What lies before is only known to the engine, so moves back are let through.
        guard stage > subject.status, subject.status.isOpen else { return nil }
        guard let move = ApplicationPath.move(from: subject.status, to: stage, previous: nil) else {
            return say(
                Phrase(
                    en: "not from \(subject.status.title.english)", fr: "pas depuis \(subject.status.title.french)"))
        }
        guard move.roles.contains(person.role) else {
            return say(
                Phrase(
                    en: "not for the role \(person.role.title.english)",
                    fr: "pas pour le rôle \(person.role.title.french)"))
        }
        return nil
    }

    /// Moves, after asking for what the move needs: a reason, a comment, an offer.
    mutating func ask(_ subjects: [Subject], to stage: Application.Status) -> [Work] {
        guard let first = subjects.first(where: { $0.status != stage }) else { return [] }
        if stage == .rejected { return askForReason(subjects) }
        if first.status == .interview, stage == .offer, subjects.count == 1 {
            return performOnSubject(Invocation(.offerMake)) ?? []
        }
        let isBack = stage < first.status && first.status != .hired
        if isBack { return askForComment(subjects, to: stage) }
        return move(subjects, Transition(to: stage))
    }

    private mutating func reject() -> [Work] {
        let subjects = subjects
        return subjects.isEmpty ? tellNothingSelected() : askForReason(subjects)
    }

    private mutating func hold() -> [Work] {
        guard let subject = subjects.first else { return tellNothingSelected() }
        let onHold = !subject.onHold
        func operation(_ onHold: Bool) -> ChangeApplicationStatus {
            ChangeApplicationStatus(applicationID: subject.id, expectedFrom: subject.status, onHold: onHold)
        }
        let (hold, release) = (operation(onHold), operation(!onHold))
        let holding = Reversible<ChangeApplicationStatus, ChangeApplicationStatus>(
            label: onHold
                ? Phrase(en: "\(subject.name): on hold", fr: "\(subject.name) : en attente")
                : Phrase(en: "\(subject.name): taken up again", fr: "\(subject.name) : reprise"),
            doAgain: { _ in hold }, takeBack: { _ in release },
            refresh: {
                $0.board.reload()
                return $0.refreshSubjects()
            })
        return [
            .write(hold) { workstation, view in
                workstation.board.settle(view)
                return workstation.settle(holding, view)
            }
        ]
    }

    mutating func tellNothingSelected() -> [Work] {
        tell(Phrase(en: "There is no application here.", fr: "Il n’y a pas de candidature ici."))
        return []
    }
}

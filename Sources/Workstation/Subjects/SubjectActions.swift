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
        case .fileAttach: works = oneSubject().map { attachCurriculumVitae(to: $0.candidateID) } ?? []
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
        guard let subject = oneSubject() else { return [] }
        return [.read(Work.Slot("candidate"), GetCandidate(candidateID: subject.candidateID), then: then)]
    }

    private mutating func hold() -> [Work] {
        guard let subject = oneSubject() else { return [] }
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
}

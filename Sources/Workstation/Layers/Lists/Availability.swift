import Domain

extension ActionName {
    /// Whether it is done to the selected applications.
    var isAboutApplication: Bool {
        switch self {
        case .cardPreviousStage, .cardNextStage, .cardMoveTo, .cardReject, .cardHold, .noteAdd, .interviewSchedule,
            .interviewChange, .offerMake, .offerRespond, .applicationWithdraw:
            true
        default: false
        }
    }

    var isAboutJob: Bool {
        self == .jobPublish || self == .jobClose || self == .jobDuplicate || self == .applicationSubmit
    }

    /// Whether it is done on the screen of conversations only.
    var isAboutConversation: Bool {
        self == .messageReply || self == .conversationRead || self == .conversationArchive
    }

    var isAboutCandidate: Bool {
        switch self {
        case .applicationSource, .skillsEdit, .fileOpen, .fileSave, .fileAttach: true
        default: false
        }
    }
}

extension Workstation {
    /// Why an action cannot be done here and now; nil when it can, as far as the workstation knows: the engine decides.
    public func unavailability(of action: ActionName) -> String? {
        if let reason = standing(of: action).reason { return say(reason) }
        switch action {
        case .undo where journal.nextUndo == nil: return say(Phrase(en: "nothing to undo", fr: "rien à annuler"))
        case .redo where journal.nextRedo == nil: return say(Phrase(en: "nothing to redo", fr: "rien à rétablir"))
        case .again where lastChange == nil: return say(Phrase(en: "nothing to repeat", fr: "rien à répéter"))
        default: break
        }
        if action.isAboutApplication { return refusalForSelection(of: action) }
        if action == .applicationSubmit { return refusalToApply }
        let description = ActionCatalogue.description(of: action)
        guard layers.isEmpty, !description.contexts.contains(.global) else { return nil }
        guard description.contexts.contains(where: contexts.contains) else {
            return say(Phrase(en: "not on this screen", fr: "pas sur cet écran"))
        }
        return nil
    }

    private func refusalForSelection(of action: ActionName) -> String? {
        guard let first = subjects.first else {
            return selectionOfPeople
                ?? say(Phrase(en: "no application selected", fr: "aucune candidature sélectionnée"))
        }
        let path = Application.Status.path
        switch action {
        case .cardNextStage:
            guard let index = path.firstIndex(of: first.status), index + 1 < path.count else { return noWayOn(first) }
            return refusal(of: path[index + 1], for: first)
        case .cardPreviousStage:
            guard let index = path.firstIndex(of: first.status), index > 0 else { return noWayOn(first) }
            return refusal(of: path[index - 1], for: first)
        case .cardMoveTo:
            let isStuck = Application.Status.allCases.allSatisfy { refusal(of: $0, for: first) != nil }
            return isStuck ? noWayOn(first) : nil
        case .cardReject: return refusal(of: .rejected, for: first)
        case .interviewSchedule: return needs(first, in: [.screening, .submitted, .interview, .offer])
        case .offerMake: return needs(first, in: [.interview, .offer])
        case .offerRespond: return needs(first, in: [.offer])
        case .applicationWithdraw: return first.status.isOpen ? nil : isOut(first)
        default: return nil
        }
    }

    private func isOut(_ subject: Subject) -> String {
        say(
            Phrase(
                en: "not open any more (is: \(subject.status.state.english))",
                fr: "n’est plus en cours (état : \(subject.status.state.french))"))
    }

    private func needs(_ subject: Subject, in stages: [Application.Status]) -> String? {
        guard !stages.contains(subject.status) else { return nil }
        // The first of them is what the selection has to reach, unless it is past all of them.
        guard let stage = subject.status.isOpen ? stages.first : stages.last else { return nil }
        return say(
            Phrase(
                en: "needs \(stage.title.english) (is: \(subject.status.state.english))",
                fr: "à l’étape \(stage.title.french) (état : \(subject.status.state.french))"))
    }
}

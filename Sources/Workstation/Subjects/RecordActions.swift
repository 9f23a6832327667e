import Domain
import Engine

extension Workstation {
    /// Actions on the record with the cursor, a candidate or a job; nil for those that are none on this screen.
    mutating func performOnRecord(_ invocation: Invocation) -> [Work]? {
        let works: [Work]?
        switch place {
        case .pipeline, .conversations: works = nil
        case .candidates: works = performOnCandidateRecord(invocation.action)
        case .jobs: works = performOnJobRecord(invocation.action)
        }
        if works != nil { lastChange = invocation }
        return works
    }

    private mutating func performOnCandidateRecord(_ action: ActionName) -> [Work]? {
        switch action {
        case .recordAdd: return createCandidate()
        case .applicationSource: return putForward(candidates.chosen.map { CandidateReference($0, language) })
        case .editForm where candidates.isOwnProfile && candidates.ownCandidateID == nil: return createCandidate()
        case .editForm, .recordDelete, .skillsEdit, .fileAttach: break
        default: return nil
        }
        if candidates.chosen.count > 1 {
            tellOneAtATime(candidates.chosen.count)
            return []
        }
        guard let id = currentCandidateID else {
            tell(Phrase(en: "There is nobody here.", fr: "Il n’y a personne ici."))
            return []
        }
        switch action {
        case .editForm: return read(id) { $0.editCandidate($1) }
        case .recordDelete: return read(id) { $0.deleteCandidate($1) }
        case .skillsEdit: return read(id) { $0.editSkills(of: $1) }
        default: return attachCurriculumVitae(to: id)
        }
    }

    /// The candidate that the screen of candidates is about; nil where several are selected.
    var currentCandidateID: Candidate.ID? {
        if candidates.isOwnProfile { return candidates.ownCandidateID }
        let chosen = candidates.chosen
        return chosen.count == 1 ? chosen.first?.id : nil
    }

    /// A list may be older than what is on disk; what is edited is read again.
    private func read(
        _ id: Candidate.ID, then: @escaping @Sendable (inout Workstation, CandidateView) -> [Work]
    ) -> [Work] {
        [.read(Work.Slot("record"), GetCandidate(candidateID: id), then: then)]
    }

    private mutating func performOnJobRecord(_ action: ActionName) -> [Work]? {
        let step: @Sendable (inout Workstation, JobView) -> [Work]
        switch action {
        case .recordAdd: return createJob()
        case .editForm: step = { $0.editJob($1) }
        case .recordDelete: step = { $0.deleteJob($1) }
        case .jobPublish: step = { $0.publishJob($1) }
        case .jobClose: step = { $0.closeJob($1) }
        case .jobDuplicate: step = { $0.duplicateJob($1) }
        default: return nil
        }
        let chosen = jobs.chosen
        if chosen.count > 1 {
            tellOneAtATime(chosen.count)
            return []
        }
        guard let job = chosen.first else {
            tell(Phrase(en: "There is no job here.", fr: "Il n’y a pas d’offre ici."))
            return []
        }
        return [.read(Work.Slot("record"), GetJob(jobID: job.id), then: step)]
    }

    /// The operation behind an action on this screen, where it depends on the screen.
    func operation(of action: ActionName) -> String? {
        if place == .conversations { return conversationOperation(of: action) }
        let resource = place == .jobs ? "jobs" : "candidates"
        switch action {
        case .recordAdd: return "\(resource).create"
        case .recordDelete: return "\(resource).delete"
        case .editForm: return place == .pipeline ? "applications.update" : "\(resource).update"
        case .editExternal: return place == .pipeline ? "applications.notes.add" : "\(resource).update"
        default: return ActionCatalogue.description(of: action).operation
        }
    }

    private func conversationOperation(of action: ActionName) -> String? {
        switch action {
        case .recordAdd: "messaging.conversations.create"
        case .recordDelete: "messaging.conversations.delete"
        case .editForm: "messaging.conversations.update"
        case .editExternal: "messaging.messages.send"
        default: ActionCatalogue.description(of: action).operation
        }
    }
}

import Domain
import JSON

/// The states of a job and what leads from one to another. Pure.
///
///     draft ─publish─► open ◄─hold/reopen─► on_hold      open ─(last opening taken)─► filled
///     draft, open, on_hold ─close─► closed ─publish─► open
///     draft, open, on_hold ─cancel─► cancelled
enum JobPath {
    enum Step: String, Sendable, CaseIterable { case publish, close, hold, reopen, cancel }

    /// The states from which a step may be taken. A filled job may be published again once it has got more openings.
    static func origins(of step: Step) -> Set<Job.Status> {
        switch step {
        case .publish: [.draft, .onHold, .closed, .filled]
        case .close, .cancel: [.draft, .open, .onHold]
        case .hold: [.open]
        case .reopen: [.onHold]
        }
    }

    /// Refuses a step with 409 and the state that the job is in.
    static func check(_ step: Step, from status: Job.Status) throws {
        guard !origins(of: step).contains(status) else { return }
        throw Problem.conflict(
            Phrase(
                en: "The job is \(name(status).english); it cannot be \(past(step).english).",
                fr: "Le poste est \(name(status).french) ; il ne peut pas être \(past(step).french)."),
            members: ["status": .string(status.rawValue)])
    }

    /// The step that `jobs.update` takes when it is given a status; `nil` for one that only other operations reach.
    static func step(to status: Job.Status) -> Step? {
        switch status {
        case .onHold: .hold
        case .open: .reopen
        case .cancelled: .cancel
        case .draft, .filled, .closed: nil
        }
    }

    static func name(_ status: Job.Status) -> Phrase {
        switch status {
        case .draft: Phrase(en: "a draft", fr: "un brouillon")
        case .open: Phrase(en: "open", fr: "ouvert")
        case .onHold: Phrase(en: "on hold", fr: "en pause")
        case .filled: Phrase(en: "filled", fr: "pourvu")
        case .closed: Phrase(en: "closed", fr: "fermé")
        case .cancelled: Phrase(en: "cancelled", fr: "annulé")
        }
    }

    private static func past(_ step: Step) -> Phrase {
        switch step {
        case .publish: Phrase(en: "published", fr: "publié")
        case .close: Phrase(en: "closed", fr: "fermé")
        case .hold: Phrase(en: "put on hold", fr: "mis en pause")
        case .reopen: Phrase(en: "reopened", fr: "rouvert")
        case .cancel: Phrase(en: "cancelled", fr: "annulé")
        }
    }
}

import Domain

extension Workstation {
    /// The session was ended elsewhere: a logout, a new password, a deactivated account. What was read for it is taken off
    /// the screen; what is being typed stays, so that it can be copied.
    mutating func endSession() {
        if !isSessionOver {
            isSessionOver = true
            // Leaving keeps the state: what the person chose must not go with what was read.
            let kept = savedState
            board = Board(person: person)
            candidates = CandidateTable(person: person)
            jobs = JobTable(person: person)
            conversations = ConversationTable(person: person)
            restore(kept)
            journal = Journal()
            lastChange = nil
            leftVersions = [:]
            layers.removeAll { if case .form = $0 { false } else { true } }
        }
        toasts = []
        guard !isTellingSessionEnd else { return }
        let leave = Choice.Item(say(Phrase(en: "Leave the program", fr: "Quitter le programme"))) { workstation in
            workstation.request(.quit)
            return []
        }
        push(.choice(Choice(title: say(Self.sessionEnd), items: [leave])))
    }

    private var isTellingSessionEnd: Bool {
        if case .choice(let choice)? = layers.last { choice.title == say(Self.sessionEnd) } else { false }
    }

    private static let sessionEnd = Phrase(
        en: "Your session has ended. Open the program again to sign in.",
        fr: "Votre session est terminée. Rouvrez le programme pour vous connecter.")
}

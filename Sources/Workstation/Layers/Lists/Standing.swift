import Domain
import Engine

/// Whether an action is there for this person on this screen: the one place that keys, footer, help and palette ask.
enum Standing: Sendable, Hashable {
    case offered
    /// The person never has it here: its role, or the screens that its role has, leave it out. Nothing shows it.
    case absent(Phrase)
    /// The person has it on another screen: the palette shows it with the reason, nothing else does.
    case elsewhere(Phrase)

    var reason: Phrase? {
        switch self {
        case .offered: nil
        case .absent(let reason), .elsewhere(let reason): reason
        }
    }
}

extension Workstation {
    func standing(of action: ActionName) -> Standing {
        if let screen = action.screen {
            return places.indices.contains(screen)
                ? .offered : .absent(Phrase(en: "no such screen", fr: "écran absent"))
        }
        if action.isAboutConversation, place != .conversations {
            return .absent(Phrase(en: "on the screen of conversations", fr: "sur l’écran des conversations"))
        }
        if let operation = operation(of: action), !Catalogue.allows(operation, person.role) {
            return .absent(
                Phrase(
                    en: "not for the role \(person.role.title.english)",
                    fr: "pas pour le rôle \(person.role.title.french)"))
        }
        if action == .applicationWithdraw, place != .candidates {
            return .elsewhere(Phrase(en: "on the screen of your profile", fr: "sur l’écran de votre profil"))
        }
        if action.isAboutJob, place != .jobs {
            return .elsewhere(Phrase(en: "on the screen of jobs", fr: "sur l’écran des offres"))
        }
        let isAboutPeople = action.isAboutApplication || action.isAboutCandidate || action == .conversationOpen
        if place == .jobs, isAboutPeople {
            return .elsewhere(Phrase(en: "not on the screen of jobs", fr: "pas sur l’écran des offres"))
        }
        if place == .conversations, isAboutPeople, action != .conversationOpen {
            return .elsewhere(
                Phrase(en: "not on the screen of conversations", fr: "pas sur l’écran des conversations"))
        }
        return .offered
    }

    /// Whether the person has an action on this screen.
    func isOffered(_ action: ActionName) -> Bool { standing(of: action) == .offered }

    /// What an action is called here: screens have the names that the tabs show, and some actions do something else on
    /// another screen.
    public func title(of action: ActionName) -> Phrase {
        if let screen = action.screen, places.indices.contains(screen) {
            return places[screen].destination(for: person.role)
        }
        switch (action, place) {
        case (.editExternal, _) where !layers.isEmpty: break
        case (.editExternal, .pipeline):
            return Phrase(en: "Write a note in your editor", fr: "Rédiger une note dans votre éditeur")
        case (.editExternal, .candidates):
            return Phrase(en: "Edit the summary in your editor", fr: "Modifier la présentation dans votre éditeur")
        case (.editExternal, .jobs):
            return Phrase(en: "Edit the description in your editor", fr: "Modifier la description dans votre éditeur")
        case (.editExternal, .conversations):
            return Phrase(en: "Reply in your editor", fr: "Répondre dans votre éditeur")
        default: break
        }
        return ActionCatalogue.description(of: action).title
    }
}

extension Place {
    /// Going there, as a command.
    func destination(for role: Role) -> Phrase {
        switch self {
        case .pipeline: Phrase(en: "Go to the pipeline", fr: "Aller au pipeline")
        case .candidates where role == .candidate: Phrase(en: "Go to my profile", fr: "Aller à mon profil")
        case .candidates: Phrase(en: "Go to the candidates", fr: "Aller aux candidats")
        case .jobs: Phrase(en: "Go to the jobs", fr: "Aller aux offres")
        case .conversations: Phrase(en: "Go to the conversations", fr: "Aller aux conversations")
        }
    }
}

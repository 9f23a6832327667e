import Domain
import Engine

/// The screens.
public enum Place: String, Sendable, CaseIterable, Hashable {
    case pipeline, candidates, jobs, conversations

    /// The screens of a role, in the order of their numbers. Those that the role may not use are not there.
    public static func available(to role: Role) -> [Place] {
        allCases.filter { place in place.operations.contains { Catalogue.allows($0, role) } }
    }

    /// The operations of which one is enough to make the screen useful. A candidate has no list of candidates, but its
    /// own profile.
    private var operations: [String] {
        switch self {
        case .pipeline: ["applications.pipeline"]
        case .candidates: ["candidates.list", "candidates.get"]
        case .jobs: ["jobs.list"]
        case .conversations: ["messaging.conversations.list"]
        }
    }

    public func title(for role: Role) -> Phrase {
        switch self {
        case .pipeline: Phrase(en: "Pipeline", fr: "Pipeline")
        case .candidates where role == .candidate: Phrase(en: "My profile", fr: "Mon profil")
        case .candidates: Phrase(en: "Candidates", fr: "Candidats")
        case .jobs: Phrase(en: "Jobs", fr: "Offres")
        case .conversations: Phrase(en: "Conversations", fr: "Conversations")
        }
    }
}

extension Catalogue {
    /// Whether a role may call an operation, on some row at least.
    public static func allows(_ operation: String, _ role: Role) -> Bool {
        guard let found = self.operation(operation) else { return false }
        return found.contract.access.cell(for: role) != .no
    }
}

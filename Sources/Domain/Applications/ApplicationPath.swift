/// The table of allowed moves of an application (`domain.md`, “The application's path”). Pure: guards that need data
/// are named, and the engine checks them.
public enum ApplicationPath {
    /// What has to hold beside the role.
    public enum Guard: Sendable, Hashable {
        case curriculumVitaeAttached
        /// The move is made by another operation only (`applications.makeOffer`).
        case onlyByMakeOffer
        case acceptedOfferAndOpening
        case reason
        case internalComment
        case onlyByWithdraw
    }

    /// One line of the table that applies to a pair of stages.
    public struct Move: Sendable, Hashable {
        public let from: Application.Status
        public let to: Application.Status
        public let roles: Set<Role>
        public let guards: [Guard]
        public let kind: Kind
    }

    public enum Kind: Sendable, Hashable {
        case forward
        case stepBack
        case reopen
        case reject
        case withdraw
        /// `hired → offer`, which gives the opening back.
        case unhire
    }

    private static let staff: Set<Role> = [.consultant, .admin, .superadmin]
    private static let everyone: Set<Role> = [.employer, .consultant, .admin, .superadmin]
    private static let employerAndAdmin: Set<Role> = [.employer, .admin, .superadmin]

    /// The line for a move, or `nil` where no line allows it. `previous` is the stage that the application came from
    /// into `from`: a rejected or withdrawn one may go back to it, and so may one that skipped a stage. Only a move
    /// backwards looks at it (`needsPrevious`).
    public static func move(
        from: Application.Status, to: Application.Status, previous: Application.Status?
    ) -> Move? {
        switch (from, to) {
        case (.sourced, .applied), (.applied, .screening):
            return Move(from: from, to: to, roles: everyone, guards: [], kind: .forward)
        case (.screening, .submitted):
            return Move(from: from, to: to, roles: staff, guards: [.curriculumVitaeAttached], kind: .forward)
        case (.screening, .interview), (.submitted, .interview):
            return Move(from: from, to: to, roles: everyone, guards: [], kind: .forward)
        case (.interview, .offer):
            return Move(from: from, to: to, roles: employerAndAdmin, guards: [.onlyByMakeOffer], kind: .forward)
        case (.offer, .hired):
            return Move(
                from: from, to: to, roles: employerAndAdmin, guards: [.acceptedOfferAndOpening], kind: .forward)
        case (_, .rejected) where from.isOpen:
            return Move(from: from, to: to, roles: everyone, guards: [.reason], kind: .reject)
        case (_, .withdrawn) where from.isOpen:
            return Move(from: from, to: to, roles: [.candidate], guards: [.onlyByWithdraw], kind: .withdraw)
        case (.hired, .offer):
            return Move(from: from, to: to, roles: [.admin, .superadmin], guards: [], kind: .unhire)
        case (.rejected, _) where to == previous && to.isOpen, (.withdrawn, _) where to == previous && to.isOpen:
            return Move(from: from, to: to, roles: staff, guards: [.internalComment], kind: .reopen)
        default:
            guard from.isOpen, to < from, to == stageBefore(from) || to == previous else { return nil }
            return Move(from: from, to: to, roles: staff, guards: [.internalComment], kind: .stepBack)
        }
    }

    /// Whether the line of this move depends on where the application came from.
    public static func needsPrevious(from: Application.Status, to: Application.Status) -> Bool {
        !to.isOpen || from == .hired ? false : !from.isOpen || to < from
    }

    /// The line for a move where it is not known which stage the application came from: the one that would apply in the
    /// best case. `nil` where the move is refused whatever the history says.
    public static func possibleMove(from: Application.Status, to: Application.Status) -> Move? {
        let mayHaveComeFrom = !from.isOpen || move(from: to, to: from, previous: nil)?.kind == .forward
        return move(from: from, to: to, previous: to.isOpen && mayHaveComeFrom ? to : nil)
    }

    /// Every stage that some role may move to from here.
    public static func destinations(
        from: Application.Status, previous: Application.Status?
    ) -> [Application.Status] {
        Application.Status.allCases.filter { move(from: from, to: $0, previous: previous) != nil }
    }

    /// The stages that this role may move to from here, by whatever operation.
    public static func destinations(
        from: Application.Status, previous: Application.Status?, role: Role
    ) -> [Application.Status] {
        Application.Status.allCases.filter {
            move(from: from, to: $0, previous: previous)?.roles.contains(role) ?? false
        }
    }

    private static func stageBefore(_ status: Application.Status) -> Application.Status? {
        guard let index = Application.Status.path.firstIndex(of: status), index > 0 else { return nil }
        return Application.Status.path[index - 1]
    }
}

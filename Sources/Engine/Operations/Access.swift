import Domain

/// Who may call an operation: one cell of `access.tsv` for each kind of caller.
public struct Access: Sendable, Hashable {
    public enum Cell: String, Sendable, Hashable, CaseIterable {
        /// On every row.
        case yes
        /// On the rows inside the caller's scope; the others do not exist for the caller.
        case scoped
        /// On the caller's own row.
        case own
        /// Without an account, public fields only.
        case limited
        /// The refresh token in the body is the credential.
        case token
        /// Never.
        case no
    }

    public var anonymous: Cell
    public var candidate: Cell
    public var employer: Cell
    public var consultant: Cell
    public var admin: Cell
    public var superadmin: Cell

    /// Signed-in roles. A role that is not named may not call; the superadmin may unless it says otherwise, since it
    /// can do all that anyone can.
    public static func roles(
        anonymous: Cell = .no, candidate: Cell = .no, employer: Cell = .no, consultant: Cell = .no, admin: Cell = .no,
        superadmin: Cell = .yes
    ) -> Access {
        Access(
            anonymous: anonymous, candidate: candidate, employer: employer, consultant: consultant, admin: admin,
            superadmin: superadmin)
    }

    /// Anybody, with or without an account.
    public static let everyone = roles(
        anonymous: .yes, candidate: .yes, employer: .yes, consultant: .yes, admin: .yes)
    /// Anybody with an account.
    public static let signedIn = roles(candidate: .yes, employer: .yes, consultant: .yes, admin: .yes)
    /// The candidate acting for itself and nobody else.
    public static let candidateAlone = roles(candidate: .own, superadmin: .no)

    /// The cell of a role; `nil` is the caller without an account.
    public func cell(for role: Role?) -> Cell {
        switch role {
        case nil: anonymous
        case .candidate: candidate
        case .employer: employer
        case .consultant: consultant
        case .admin: admin
        case .superadmin: superadmin
        }
    }
}

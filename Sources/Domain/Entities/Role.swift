/// What a person may be in a workspace.
public enum Role: String, Sendable, Codable, CaseIterable, Hashable {
    case candidate, employer, consultant, admin, superadmin
}

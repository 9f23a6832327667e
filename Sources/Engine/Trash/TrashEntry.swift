import Domain
import Storage

/// A row in the trash.
public struct TrashEntry: Codable, Sendable, Equatable {
    /// Such as `candidate`, `job`, `user`.
    public var type: String
    public var id: AnyEntity.ID
    /// What a person recognises it by.
    public var title: String
    public var deletedAt: Instant
    /// Who deleted it, where the audit log says so.
    public var deletedBy: User.ID?
}

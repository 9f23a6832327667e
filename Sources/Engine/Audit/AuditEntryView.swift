import Domain
import JSON

/// One entry of the audit log as an administrator sees it.
public struct AuditEntryView: Codable, Sendable, Equatable {
    /// Its number in the chain, from 1 and without gaps.
    public var sequence: Int64
    public var at: Instant
    /// Who did it; absent for a caller without an account and for the owner of the workspace's files.
    public var actorID: User.ID?
    public var actorName: String?
    public var actorEmail: String?
    /// The role at the time, or `anonymous`.
    public var actorRole: String
    /// Where the call came from: `workstation`, `cli`, `hub`.
    public var origin: String
    public var requestID: String
    public var operationID: String
    public var targetType: String?
    public var targetID: AnyEntity.ID?
    /// The status of the answer: 200 or 201, or that of the refusal.
    public var outcome: Int
    /// The fields that changed, as they were and as they became. A refusal has its problem in `after`.
    public var before: JSONValue?
    public var after: JSONValue?
    /// Whether what was changed has been erased for good; the chain is whole all the same.
    public var isErased: Bool
    /// SHA-256 in hexadecimal.
    public var hash: String
    public var previousHash: String
}

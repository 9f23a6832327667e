import Domain
import JSON
import Storage

/// Everything a handler may touch. It reads no clock, no random source, no file and no network but through this, so
/// that an operation replayed elsewhere with the same values reaches the same state.
public final class Call {
    public let principal: Principal
    public let transaction: any Transaction
    /// The time of the call; every row that it writes carries this one.
    public let now: Instant
    public let requestID: String
    /// The cell of the access table that let the caller in.
    public let cell: Access.Cell
    private let identifiers: any IdentifierSource
    /// What the audit log will say about this call; one entry is written for each when the operation is done.
    var auditNotes: [AuditNote] = []
    /// Whether the work may throw `StartOver`.
    let mayStartOver: Bool
    /// Who the audit log names: the caller, or at a login the user who came in.
    var auditedPrincipal: Principal

    init(
        principal: Principal, transaction: any Transaction, now: Instant, requestID: String, cell: Access.Cell,
        identifiers: any IdentifierSource, mayStartOver: Bool = false
    ) {
        self.principal = principal
        auditedPrincipal = principal
        self.transaction = transaction
        self.now = now
        self.requestID = requestID
        self.cell = cell
        self.identifiers = identifiers
        self.mayStartOver = mayStartOver
    }

    /// A new identifier. Those of one call sort in the order in which they were made.
    public func newID<Entity>(_ type: Entity.Type = Entity.self) -> Identifier<Entity> {
        let bits = identifiers.next(at: now)
        return Identifier(high: bits.high, low: bits.low)
    }

    /// The clock value that every row changed by this call carries.
    public func rowSequence() throws -> Int64 { try transaction.clock() }

    /// The user who acts. Only operations that need an account ask.
    public func actor() throws -> User.ID {
        guard let userID = principal.userID else { throw Problem.unauthenticated }
        return userID
    }

    /// Says what was changed, for the audit log. `before` and `after` hold only the fields that matter, never a secret.
    public func note<Entity>(
        _ targetType: String, _ id: Identifier<Entity>?, before: JSONValue? = nil, after: JSONValue? = nil
    ) {
        auditNotes.append(AuditNote(targetType: targetType, targetID: id?.cast(), before: before, after: after))
    }
}

/// Thrown by work that went ahead without a savepoint, since what it fears is rare, and has met it: everything is undone,
/// and the work is done once more in a fresh transaction, where it may not throw this again.
struct StartOver: Error {}

/// One thing that a call changed.
struct AuditNote {
    var targetType: String
    var targetID: AnyEntity.ID?
    var before: JSONValue?
    var after: JSONValue?
}

/// Where identifiers come from: random in the product, seeded in tests and demo data.
public protocol IdentifierSource: Sendable {
    func next(at instant: Instant) -> (high: UInt64, low: UInt64)
}

/// Where the time comes from.
public protocol Clock: Sendable {
    func now() -> Instant
}

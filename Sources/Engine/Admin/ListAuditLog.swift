import Domain
import JSON
import Storage

/// The audit log, newest first: who did what to which row, when, with what outcome, and what changed.
public struct ListAuditLog: RouteOperation {
    public static let contract = Contract(
        "admin.auditLogs", .get, "/admin/audit-logs", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "System audit logs", fr: "Journal d’audit du système"))

    public enum OutcomeClass: String, Codable, Sendable, CaseIterable {
        /// What was done.
        case succeeded
        /// What was refused: failed logins, and writes that the caller had no right to or that were not valid.
        case refused
    }

    public var actorID: User.ID?
    public var operationID: Text<120>?
    public var targetType: Text<60>?
    public var targetID: AnyEntity.ID?
    /// The status of the answer, such as 201 or 409.
    public var outcome: Bounded<100, 599>?
    public var outcomeClass: OutcomeClass?
    /// From this instant on.
    public var from: Instant?
    /// Before this instant.
    public var to: Instant?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        actorID: User.ID? = nil, operationID: Text<120>? = nil, targetType: Text<60>? = nil,
        targetID: AnyEntity.ID? = nil, outcome: Bounded<100, 599>? = nil, outcomeClass: OutcomeClass? = nil,
        from: Instant? = nil, to: Instant? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.actorID = actorID
        self.operationID = operationID
        self.targetType = targetType
        self.targetID = targetID
        self.outcome = outcome
        self.outcomeClass = outcomeClass
        self.from = from
        self.to = to
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<AuditEntryView> {
        if let from, let to, to <= from {
            throw Problem.invalid(
                field: "to", code: "out_of_range", Phrase(en: "must be after from", fr: "doit être postérieur à from"))
        }
        return try AuditListing(conditions: conditions).page(call, page: page, size: pageSize, cursor: cursor)
    }

    private var conditions: [SQL] {
        var conditions: [SQL] = []
        if let actorID { conditions.append("l.actor_id = \(actorID)") }
        if let operationID { conditions.append("l.operation_id = \(operationID)") }
        if let targetType { conditions.append("l.target_type = \(targetType)") }
        if let targetID { conditions.append("l.target_id = \(targetID)") }
        if let outcome { conditions.append("l.outcome = \(outcome)") }
        // Said in these words, refusals of every kind are found by their own index.
        if outcomeClass == .refused { conditions.append("l.outcome >= 400") }
        if outcomeClass == .succeeded { conditions.append("l.outcome < 400") }
        if let from { conditions.append("l.at >= \(from)") }
        if let to { conditions.append("l.at < \(to)") }
        return conditions
    }
}

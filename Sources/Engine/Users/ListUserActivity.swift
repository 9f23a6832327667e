import Domain
import JSON
import Storage

/// What one account did, newest first, from the audit log: successes and refusals.
public struct ListUserActivity: RouteOperation {
    public static let contract = Contract(
        "users.activity", .get, "/users/{user_id}/activity", access: .roles(admin: .yes), effect: .read,
        Phrase(en: "User activity log", fr: "Journal d’activité d’un compte"))

    public var userID: User.ID
    public var operationID: Text<120>?
    public var outcomeClass: ListAuditLog.OutcomeClass?
    /// From this instant on.
    public var from: Instant?
    /// Before this instant.
    public var to: Instant?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        userID: User.ID, operationID: Text<120>? = nil, outcomeClass: ListAuditLog.OutcomeClass? = nil,
        from: Instant? = nil, to: Instant? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.userID = userID
        self.operationID = operationID
        self.outcomeClass = outcomeClass
        self.from = from
        self.to = to
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<AuditEntryView> {
        // What somebody did stays known when the account is in the trash.
        guard try call.transaction.exists("SELECT 1 FROM user_account WHERE id = \(userID)") else {
            throw UserVisibility.notFound(userID)
        }
        return try ListAuditLog(
            actorID: userID, operationID: operationID, outcomeClass: outcomeClass, from: from, to: to, page: page,
            pageSize: pageSize, cursor: cursor
        ).perform(in: call)
    }
}

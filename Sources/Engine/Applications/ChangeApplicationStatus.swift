import Domain
import JSON
import Storage

/// Moves an application along its path.
public struct ChangeApplicationStatus: RouteOperation {
    public static let contract = Contract(
        "applications.changeStatus", .post, "/applications/{application_id}/status",
        access: .roles(employer: .scoped, consultant: .yes, admin: .yes), effect: .write,
        "Change application status")

    public var applicationID: Application.ID
    /// Not needed with `undo_of`.
    public var status: Application.Status?
    /// The stage the caller believes the application is in; 409 where it is not.
    public var expectedFrom: Application.Status?
    public var reasonID: Reason.ID?
    public var publicComment: Text<2_000>?
    public var internalComment: Text<2_000>?
    /// Puts the flag on or off, with a move or alone.
    public var onHold: Bool?
    /// Takes back this transition of one's own, at most ten minutes old and with nothing built on it.
    public var undoOf: StatusChange.ID?

    public init(
        applicationID: Application.ID, status: Application.Status? = nil, expectedFrom: Application.Status? = nil,
        reasonID: Reason.ID? = nil, publicComment: Text<2_000>? = nil, internalComment: Text<2_000>? = nil,
        onHold: Bool? = nil, undoOf: StatusChange.ID? = nil
    ) {
        self.applicationID = applicationID
        self.status = status
        self.expectedFrom = expectedFrom
        self.reasonID = reasonID
        self.publicComment = publicComment
        self.internalComment = internalComment
        self.onHold = onHold
        self.undoOf = undoOf
    }

    public func perform(in call: Call) throws -> ApplicationView { throw Problem.internalError }
}

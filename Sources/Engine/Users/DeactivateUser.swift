import Domain

/// Closes an account and ends every session of it. What the person did stays. 409 for the last active superadmin and for
/// the caller's own account.
public struct DeactivateUser: RouteOperation {
    public static let contract = Contract(
        "users.deactivate", .post, "/users/{user_id}/deactivate", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Deactivate user", fr: "Désactiver un compte"))

    public var userID: User.ID

    public init(userID: User.ID) { self.userID = userID }

    public func perform(in call: Call) throws -> UserView {
        let before = try UserReading.one(userID, in: call)
        try UserVisibility.requireManager(of: before, call.principal)
        var wanted = before
        wanted.status = .inactive
        try UserRules.check(wanted, after: before, in: call)
        return try UserRules.write(wanted, over: before, in: call)
    }
}

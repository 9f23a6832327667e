import Domain

/// Opens an account: one that waits for it, or one that was closed. 409 for an employer without a company.
public struct ActivateUser: RouteOperation {
    public static let contract = Contract(
        "users.activate", .post, "/users/{user_id}/activate", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Activate user", fr: "Activer un compte"))

    public var userID: User.ID

    public init(userID: User.ID) { self.userID = userID }

    public func perform(in call: Call) throws -> UserView {
        let before = try UserReading.one(userID, in: call)
        try UserVisibility.requireManager(of: before, call.principal)
        var wanted = before
        wanted.status = .active
        try UserRules.check(wanted, after: before, in: call)
        return try UserRules.write(wanted, over: before, in: call)
    }
}

import Domain

/// One account: any for administrators, the own one for everybody else.
public struct GetUser: RouteOperation {
    public static let contract = Contract(
        "users.get", .get, "/users/{user_id}",
        access: .roles(candidate: .own, employer: .own, consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Get user by ID", fr: "Lire un compte"))

    public var userID: User.ID

    public init(userID: User.ID) { self.userID = userID }

    public func perform(in call: Call) throws -> UserView { try UserReading.one(userID, in: call) }
}

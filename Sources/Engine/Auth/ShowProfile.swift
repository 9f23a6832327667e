import Domain

/// The caller's own account.
public struct ShowProfile: RouteOperation {
    public static let contract = Contract(
        "auth.profile", .get, "/auth/profile", access: .signedIn, effect: .read,
        Phrase(en: "Current user profile", fr: "Lire son compte"))

    public init() {}

    public func perform(in call: Call) throws -> AccountView {
        try AccountReading.one(call.actor(), in: call.transaction)
    }
}

import Domain
import JSON
import Storage

/// Ends every session of the caller, on every machine.
public struct LogOut: RouteOperation {
    public static let contract = Contract(
        "auth.logout", .post, "/auth/logout", access: .signedIn, effect: .write,
        Phrase(en: "User logout", fr: "Fermer la session"))

    public struct Answer: Codable, Sendable, Equatable {
        public var loggedOutAt: Instant
    }

    public init() {}

    public func perform(in call: Call) throws -> Answer {
        let user = try call.actor()
        try AccountSessions.endAll(of: user, at: call.now, in: call.transaction)
        call.note("user", user)
        return Answer(loggedOutAt: call.now)
    }
}

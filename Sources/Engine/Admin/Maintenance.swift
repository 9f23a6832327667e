import Domain
import JSON
import Storage

/// Whether the workspace is closed for changes while it is being worked on. It is a row of `workspace_info`, so that it
/// survives restarts and holds for every process.
enum Maintenance {
    struct State: Codable, Sendable, Equatable {
        var message: String?
        var since: Instant
        var by: User.ID?
    }

    private static let key = "maintenance"
    /// Sessions are no data: who may read has to be able to sign in, and a superadmin has to get in to end it.
    private static let allowed: Set<String> = ["auth.login", "auth.refresh", "auth.logout"]

    static func state(in transaction: any Transaction) throws -> State? {
        let stored: String? = try transaction.value("SELECT value FROM workspace_info WHERE key = \(key)")
        guard let stored else { return nil }
        return try JSONValue(parsing: Array(stored.utf8)).decoded(as: State.self)
    }

    static func set(_ state: State?, in transaction: any Transaction) throws {
        guard let state else {
            try transaction.execute("DELETE FROM workspace_info WHERE key = \(key)")
            return
        }
        let text = try JSONValue(encoding: state).serialized()
        try transaction.execute(
            """
            INSERT INTO workspace_info (key, value) VALUES (\(key), \(text))
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """)
    }

    /// Throws 503 with the message for a write by anybody but a superadmin.
    static func check(_ contract: Contract, _ principal: Principal, in transaction: any Transaction) throws {
        guard contract.effect == .write, principal.role != .superadmin, !allowed.contains(contract.id),
            let state = try state(in: transaction)
        else { return }
        let standard = Phrase(
            en: "The workspace is being maintained and takes no changes now. Reading works; try again later.",
            fr: "L’espace de travail est en maintenance et n’accepte aucune modification. La lecture reste possible.")
        let detail = state.message.map { Phrase(en: $0, fr: $0) } ?? standard
        throw Problem(.unavailable, detail, members: ["maintenance": true], retryAfter: 300)
    }
}

import Domain
import JSON
import Storage

/// Closes the workspace for changes, or opens it again. While it is closed only superadmins write; everybody else's
/// writes are answered 503 with the message.
public struct SetMaintenanceMode: RouteOperation {
    public static let contract = Contract(
        "admin.maintenanceMode", .post, "/admin/maintenance-mode", access: .roles(superadmin: .yes), effect: .write,
        Phrase(en: "Toggle maintenance", fr: "Activer ou arrêter le mode maintenance"))

    public struct Answer: Codable, Sendable, Equatable {
        public var enabled: Bool
        public var message: String?
        public var since: Instant?
    }

    public var enabled: Bool
    /// What people are told whose changes are refused.
    public var message: Text<500>?

    public init(enabled: Bool, message: Text<500>? = nil) {
        self.enabled = enabled
        self.message = message
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try Maintenance.state(in: call.transaction)
        var after: Maintenance.State?
        if enabled {
            after = Maintenance.State(
                message: message?.value, since: before?.since ?? call.now, by: call.principal.userID)
        }
        if (before == nil) != (after == nil) || before?.message != after?.message {
            try Maintenance.set(after, in: call.transaction)
            call.note(
                "workspace", AnyEntity.ID?.none, before: Self.audited(before), after: Self.audited(after))
        }
        return Answer(enabled: enabled, message: after?.message, since: after?.since)
    }

    private static func audited(_ state: Maintenance.State?) -> JSONValue {
        var entry = JSONObject()
        entry["maintenance"] = .bool(state != nil)
        if let message = state?.message { entry["message"] = .string(message) }
        return .object(entry)
    }
}

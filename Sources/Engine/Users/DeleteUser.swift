import Domain
import JSON
import Storage

/// Puts an account into the trash and ends every session of it. Its address is free from then on. 409 while a
/// consultant's profile belongs to it, for the last active superadmin, and for the caller's own account.
public struct DeleteUser: RouteOperation {
    public static let contract = Contract(
        "users.delete", .delete, "/users/{user_id}", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Delete user", fr: "Supprimer un compte"))

    public struct Answer: Codable, Sendable, Equatable {
        public var id: User.ID
        public var deletedAt: Instant
    }

    public var userID: User.ID
    public var expectedVersion: Int?

    public init(userID: User.ID, expectedVersion: Int? = nil) {
        self.userID = userID
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> Answer {
        let before = try UserReading.one(userID, in: call)
        try UserVisibility.requireManager(of: before, call.principal)
        try StaleVersion.check(expectedVersion, current: before.version, "user", userID)
        try UserVisibility.requireAnotherSuperadmin(than: before, in: call)
        try UserVisibility.requireAnother(userID, than: call.principal)
        try UserRules.requireNoConsultant(before, in: call)
        try AccountSessions.endAll(of: userID, at: call.now, in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE user_account SET deleted_at = \(call.now), email_folded = \(Self.freed(userID)),
            updated_at = \(call.now), version = version + 1, row_seq = \(call.rowSequence()) WHERE id = \(userID)
            """)
        try UserSearchDocument.remove(userID, in: call.transaction)
        try Tombstone.write("user_account", userID, in: call)
        call.note(
            "user", userID, before: ["deleted_at": .null], after: ["deleted_at": .string(call.now.description)])
        return Answer(id: userID, deletedAt: call.now)
    }

    /// What stands in the place of the address while the account is in the trash; no address looks like it.
    private static func freed(_ id: User.ID) -> String { "deleted \(id)" }
}

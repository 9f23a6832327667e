import Domain
import JSON
import Storage

/// Puts a deleted row back as it was. 404 where it is not in the trash, 409 where what it needs is not there (any more)
/// or where somebody else has taken its place.
public struct RestoreFromTrash: RouteOperation {
    public static let contract = Contract(
        "trash.restore", .post, "/trash/{type}/{row_id}/restore", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Restore from the trash", fr: "Rétablir depuis la corbeille"), isContract: false)

    public struct Answer: Codable, Sendable, Equatable {
        public var type: String
        public var id: AnyEntity.ID
        public var title: String
        public var restoredAt: Instant
    }

    /// Such as `candidate`.
    public var type: Text<60>
    public var rowID: AnyEntity.ID

    public init(type: Text<60>, rowID: AnyEntity.ID) {
        self.type = type
        self.rowID = rowID
    }

    public func perform(in call: Call) throws -> Answer {
        let kind = try ListTrash.kind(type.value)
        let deletedAt: Instant? = try call.transaction.value(
            "SELECT deleted_at FROM tombstone WHERE table_name = \(kind.table) AND row_id = \(rowID)")
        guard let deletedAt else {
            throw Problem.notFound(
                Phrase(en: "\(kind.name) in the trash", fr: "élément de la corbeille (\(kind.name))")
            ).about(kind.name, rowID)
        }
        let table = SQL(trusted: kind.table)
        if let parent = kind.parent {
            let condition = parent.condition
            guard try call.transaction.exists("SELECT 1 FROM \(table) r WHERE r.id = \(rowID) AND \(condition)") else {
                throw Problem.conflict(parent.problem).about(kind.name, rowID)
            }
        }
        try call.transaction.execute(
            """
            UPDATE \(table) SET deleted_at = NULL, updated_at = \(call.now), version = version + 1,
            row_seq = \(call.rowSequence()) WHERE id = \(rowID)
            """)
        try call.transaction.execute(
            "DELETE FROM tombstone WHERE table_name = \(kind.table) AND row_id = \(rowID)")
        try kind.restored(rowID, call)
        call.note(
            kind.name, rowID, before: ["deleted_at": .string(deletedAt.description)], after: ["deleted_at": .null])
        let title: String? = try call.transaction.value(
            "SELECT \(kind.title) FROM \(table) r WHERE r.id = \(rowID)")
        return Answer(type: kind.name, id: rowID, title: title ?? "", restoredAt: call.now)
    }
}

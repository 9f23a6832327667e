import Domain
import Storage

/// The columns that every new row of an entity begins with (`EngineSchema.common`), for an `Insertion`.
enum NewRow {
    static let columns = "id, created_at, updated_at, created_by, version, row_seq"
}

extension Insertion.Values {
    /// The values of `NewRow.columns`: made now, by the caller, in its first version.
    mutating func addNew(_ id: Identifier<some Any>, in call: Call) throws {
        add(id)
        add(call.now)
        add(call.now)
        add(call.principal.userID)
        add(1)
        add(try call.rowSequence())
    }
}

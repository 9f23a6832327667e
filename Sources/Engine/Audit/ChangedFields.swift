/// What differs between two states of a row that somebody changed.
enum ChangedFields {
    /// The fields that differ, without those that every change touches (`version`, `updated_at`); `nil` where none does.
    static func between(_ before: some Encodable, _ after: some Encodable) throws -> FieldChanges? {
        let changes = try FieldChanges(from: before, to: after, leavingOut: ["version", "updated_at"])
        return changes.after == [:] ? nil : changes
    }
}

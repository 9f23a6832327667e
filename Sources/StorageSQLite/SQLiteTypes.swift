import Storage

extension TypeNames {
    /// SQLite's.
    static let sqlite = TypeNames(id: "BLOB", integer: "INTEGER", real: "REAL", text: "TEXT", bytes: "BLOB")
}

import Storage

extension TypeNames {
    /// PostgreSQL's. Text compares by its bytes, as everywhere in the program.
    static let postgres = TypeNames(
        id: "uuid", integer: "bigint", real: "double precision", text: "text COLLATE \"C\"", bytes: "bytea")
}

/// What a database can answer instead of a result.
public enum StorageError: Error, Sendable, Equatable {
    public enum Constraint: Sendable, Equatable { case unique, foreignKey, notNull, check, other }

    /// A rule of the schema was broken; `detail` is the database's own words (`UNIQUE constraint failed: user.email`).
    case constraint(Constraint, detail: String)
    /// Another process holds the write lock and did not let go within the busy timeout.
    case busy
    /// The disk or the quota is full.
    case full
    /// The database or its folder cannot be written.
    case readOnly
    /// The file is not a database or is damaged.
    case corrupt(detail: String)
    /// The server of the database cannot be reached, or went away; nothing of the transaction was kept.
    case unreachable(detail: String)
    /// The server went away while it was committing: what was written may be kept or not. Look before you repeat it.
    case uncertain(detail: String)
    /// A statement took longer than it may; nothing of the transaction was kept.
    case tooLong(detail: String)
    /// The workspace was made by a newer version of the program.
    case newerSchema(found: Int, known: Int)
    /// A column held something that its reader did not expect.
    case unexpectedValue(column: Int, expected: String)
    /// Anything else, with the database's own code and words.
    case other(code: Int, detail: String)
}

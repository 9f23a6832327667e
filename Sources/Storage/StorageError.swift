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

/// In words, for a log and wherever an error is put into a text: never the name of a case.
extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .constraint(_, let detail), .corrupt(let detail), .unreachable(let detail), .uncertain(let detail),
            .tooLong(let detail):
            detail
        case .busy: "another program is writing and did not finish in time"
        case .full: "the disk is full"
        case .readOnly: "the database cannot be written"
        case .newerSchema(let found, let known): "the schema is number \(found), but only \(known) are known"
        case .unexpectedValue(let column, let expected): "column \(column) does not hold \(expected)"
        case .other(let code, let detail): code > 0 ? "\(detail) (\(code))" : detail
        }
    }
}

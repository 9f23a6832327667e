import CPostgres
import Storage

extension StorageError {
    /// The storage error for an error code of the SQL standard (`SQLSTATE`) and the server's words.
    init(state: String, detail: String) {
        switch state {
        case "23505", "23P01": self = .constraint(.unique, detail: detail)
        case "23503": self = .constraint(.foreignKey, detail: detail)
        case "23502": self = .constraint(.notNull, detail: detail)
        case "23514": self = .constraint(.check, detail: detail)
        // A lock that was not let go in time, a deadlock, a snapshot that another writer has overtaken.
        case "55P03", "40P01", "40001": self = .busy
        case "57014": self = .tooLong(detail: detail)
        case "53100": self = .full
        // A read-only transaction or server; a right that is missing.
        case "25006", "42501": self = .readOnly
        case "XX001", "XX002": self = .corrupt(detail: detail)
        case "57P01", "57P02", "57P03", "57P05", "53300": self = .unreachable(detail: detail)
        default:
            switch state.prefix(2) {
            case "23": self = .constraint(.other, detail: detail)
            case "08": self = .unreachable(detail: detail)
            // The code is five digits and letters; read in base 36 it is a number.
            default: self = .other(code: Int(state, radix: 36) ?? 0, detail: "\(detail) (\(state))")
            }
        }
    }

    /// The answer to every call after `close()`.
    static let closed = misuse("the database is closed")

    /// A call that the caller should not have made.
    static func misuse(_ detail: String) -> StorageError { .other(code: -1, detail: detail) }

    /// Whether the server is gone, and with it what was not committed.
    var isDisconnection: Bool { if case .unreachable = self { true } else { false } }
}

import CPostgres
import Storage

extension CPostgresLibrary {
    /// How many rows a finished statement inserted, updated or deleted.
    func changedRows(_ result: OpaquePointer) -> Int {
        guard let status = commandStatus(result), let rows = commandRows(result) else { return 0 }
        // A query says how many rows it found, which is no change.
        guard !String(cString: status).hasPrefix("SELECT") else { return 0 }
        return Int(String(cString: rows)) ?? 0
    }

    /// What a failed result says.
    func error(_ result: OpaquePointer?, _ connection: OpaquePointer) -> StorageError {
        guard status(connection) == Int32(CPOSTGRES_CONNECTION_OK) else {
            return .unreachable(detail: words(connectionError(connection)))
        }
        guard let result, let state = resultField(result, Int32(CPOSTGRES_FIELD_SQLSTATE)) else {
            return .misuse(words(connectionError(connection)))
        }
        let message = resultField(result, Int32(CPOSTGRES_FIELD_MESSAGE)) ?? resultError(result)
        return StorageError(state: String(cString: state), detail: words(message))
    }

    /// What libpq says, on one line.
    func words(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0).split(whereSeparator: \.isNewline).joined(separator: " ") } ?? ""
    }
}

import GRDBSQLite
import Storage

extension SQLValue {
    /// Binds the value; SQLite makes its own copy of text and bytes.
    @inline(__always)
    func bind(to statement: OpaquePointer, at position: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, position)
        case .integer(let number): return sqlite3_bind_int64(statement, position, number)
        case .real(let number): return sqlite3_bind_double(statement, position, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // An empty string may have no address, which SQLite would take for NULL.
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_text(statement, position, "", 0, transient)
                }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                    sqlite3_bind_text64(
                        statement, position, characters, UInt64(bytes.count), transient, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
            return bytes.withUnsafeBytes { buffer in
                sqlite3_bind_blob64(statement, position, buffer.baseAddress, UInt64(buffer.count), transient)
            }
        case .identifier(let high, let low):
            var words = (high.bigEndian, low.bigEndian)
            return withUnsafeBytes(of: &words) { buffer in
                sqlite3_bind_blob(statement, position, buffer.baseAddress, 16, transient)
            }
        }
    }
}

/// Tells SQLite to copy what is bound.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

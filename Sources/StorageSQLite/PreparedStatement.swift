import GRDBSQLite
import Storage

/// A compiled statement and, while it runs, its current row: columns are read straight from SQLite.
final class PreparedStatement: Row {
    let handle: OpaquePointer
    private let connection: OpaquePointer
    /// Whether a query is running on it; the same text asked for meanwhile is compiled once more.
    var isBusy = false
    /// When it was last used, counted in uses of the cache.
    var lastUse: UInt64 = 0

    init(_ text: String, on connection: OpaquePointer) throws(StorageError) {
        var statement: OpaquePointer?
        var text = text
        let (code, rest) = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    connection, characters.baseAddress, Int32(characters.count), UInt32(SQLITE_PREPARE_PERSISTENT),
                    &statement, &tail)
                let used = tail.flatMap { tail in characters.baseAddress.map { tail - $0 } } ?? 0
                return (code, characters.dropFirst(used).contains { $0 > 0x20 && $0 != CChar(UInt8(ascii: ";")) })
            }
        }
        guard code == SQLITE_OK else { throw StorageError(code: code, on: connection) }
        guard let statement else { throw .misuse("no statement in: \(text)") }
        guard !rest else {
            sqlite3_finalize(statement)
            throw .misuse("more than one statement in: \(text)")
        }
        handle = statement
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ values: [SQLValue]) throws(StorageError) {
        guard sqlite3_bind_parameter_count(handle) == Int32(values.count) else {
            throw .misuse("\(sqlite3_bind_parameter_count(handle)) parameters, but \(values.count) values")
        }
        var position: Int32 = 0
        for value in values {
            position += 1
            let code = value.bind(to: handle, at: position)
            guard code == SQLITE_OK else { throw StorageError(code: code, on: connection) }
        }
    }

    /// Goes to the next row; `false` at the end.
    @inline(__always)
    func step() throws(StorageError) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw StorageError(code: code, on: connection)
    }

    /// Ends the query and forgets the values, so that nothing is kept alive or locked.
    func finish() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        isBusy = false
    }

    // MARK: Row

    var columnCount: Int { Int(sqlite3_column_count(handle)) }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
    }

    func identifier(_ column: Int) -> (high: UInt64, low: UInt64)? {
        let column = Int32(column)
        guard sqlite3_column_type(handle, column) == SQLITE_BLOB, let start = sqlite3_column_blob(handle, column),
            sqlite3_column_bytes(handle, column) == 16
        else { return nil }
        return (
            UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    /// Sixteen bytes are taken for an identifier: SQLite keeps no type that would tell them apart.
    func value(_ column: Int) -> SQLValue {
        switch sqlite3_column_type(handle, Int32(column)) {
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(real(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB:
            if let bits = identifier(column) {
                .identifier(high: bits.high, low: bits.low)
            } else {
                .bytes(bytes(column))
            }
        default: .null
        }
    }
}

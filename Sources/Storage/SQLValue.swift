import Domain

/// One value as the databases keep it. Instants are `integer` (milliseconds), JSON is `text`.
public enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
    /// A 16-byte identifier; `BLOB` on SQLite, `uuid` on PostgreSQL.
    case identifier(high: UInt64, low: UInt64)
}

/// What can be bound into SQL.
public protocol SQLEncodable {
    var sqlValue: SQLValue { get }
}

/// What can be read from a column.
public protocol SQLDecodable {
    /// Reads column `column` (from 0) of the current row. Throws `StorageError.unexpectedValue` for another type.
    static func decode(_ row: any Row, _ column: Int) throws -> Self
}

public typealias SQLCodable = SQLEncodable & SQLDecodable

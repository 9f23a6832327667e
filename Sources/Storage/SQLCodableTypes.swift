import Domain

extension Int64: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .integer(self) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Int64 { row.integer(column) }
}

extension Int: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Int { Int(row.integer(column)) }
}

extension Bool: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Bool { row.integer(column) != 0 }
}

extension Double: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .real(self) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Double { row.real(column) }
}

extension String: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .text(self) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> String { row.text(column) }
}

extension Array: SQLEncodable, SQLDecodable where Element == UInt8 {
    @inlinable public var sqlValue: SQLValue { .bytes(self) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> [UInt8] { row.bytes(column) }
}

extension Instant: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .integer(milliseconds) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Instant {
        Instant(milliseconds: row.integer(column))
    }
}

extension CalendarDate: SQLCodable {
    /// Kept as ISO 8601 text, which sorts by time.
    @inlinable public var sqlValue: SQLValue { .text(description) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> CalendarDate {
        guard let date = CalendarDate(row.text(column)) else {
            throw StorageError.unexpectedValue(column: column, expected: "a date")
        }
        return date
    }
}

extension Identifier: SQLCodable {
    @inlinable public var sqlValue: SQLValue { .identifier(high: high, low: low) }
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Identifier {
        guard let bits = row.identifier(column) else {
            throw StorageError.unexpectedValue(column: column, expected: "an identifier")
        }
        return Identifier(high: bits.high, low: bits.low)
    }
}

extension Optional: SQLDecodable where Wrapped: SQLDecodable {
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Wrapped? {
        row.isNull(column) ? nil : try Wrapped.decode(row, column)
    }
}

extension SQLEncodable where Self: RawRepresentable, RawValue: SQLEncodable {
    @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension SQLDecodable where Self: RawRepresentable, RawValue: SQLDecodable {
    @inlinable
    public static func decode(_ row: any Row, _ column: Int) throws -> Self {
        guard let value = Self(rawValue: try RawValue.decode(row, column)) else {
            throw StorageError.unexpectedValue(column: column, expected: "\(Self.self)")
        }
        return value
    }
}

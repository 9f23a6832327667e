/// The current row of a running query. Valid only inside the closure it was given to.
public protocol Row: AnyObject {
    var columnCount: Int { get }
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func real(_ column: Int) -> Double
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// A 16-byte identifier; `nil` where the column holds something else.
    func identifier(_ column: Int) -> (high: UInt64, low: UInt64)?
    /// The value as it is, for tools that look at any table.
    func value(_ column: Int) -> SQLValue
}

/// Reads the columns of one row from left to right: `try Person(id: columns.next(), name: columns.next())`.
public struct Columns {
    public let row: any Row
    @usableFromInline var position = 0

    @inlinable
    public init(_ row: any Row) { self.row = row }

    @inlinable
    public mutating func next<Value: SQLDecodable>(_ type: Value.Type = Value.self) throws -> Value {
        defer { position += 1 }
        return try Value.decode(row, position)
    }

    @inlinable
    public mutating func skip(_ count: Int = 1) { position += count }
}

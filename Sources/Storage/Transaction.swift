/// A consistent look at the database, or one atomic change to it. Used by one thread, inside the closure that got it.
public protocol Transaction: AnyObject {
    /// Whether this transaction may write.
    var isWritable: Bool { get }

    /// The number of this write transaction, one more than the last committed one's. The first call takes it from
    /// `sync_meta`, so a transaction that asks for none moves no clock. Every changed row carries it as `row_seq`.
    func clock() throws -> Int64

    /// Runs one statement and answers how many rows it inserted, updated or deleted.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs a statement of which nobody asks how many rows it changed. A server may be sent many of them at once: then an
    /// error comes with a later call, at the latest with the end of the transaction or of the savepoint.
    func enqueue(_ sql: SQL) throws

    /// Sends what `enqueue` holds back, so that what is wrong with it is thrown here.
    func flush() throws

    /// How many rows this transaction's connection has inserted, updated or deleted so far, where one that was enqueued
    /// counts as one at least: equal before and after some work that wrote nothing.
    var changeCount: Int64 { get }

    /// Runs a query and calls `body` with each row until it answers `false` or there is none left.
    func forEach(_ sql: SQL, _ body: (any Row) throws -> Bool) throws

    /// Runs `body` inside a savepoint: if it throws, what it did is undone and the transaction goes on.
    @discardableResult
    func savepoint<Result>(_ body: () throws -> Result) throws -> Result

    /// The full-text index of this database.
    var search: any SearchIndex { get }
}

extension Transaction {
    @inlinable
    public func enqueue(_ sql: SQL) throws { try execute(sql) }

    public func flush() throws {}

    /// Every row of a query.
    @inlinable
    public func all<Value>(_ sql: SQL, _ read: (inout Columns) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach(sql) { row in
            var columns = Columns(row)
            values.append(try read(&columns))
            return true
        }
        return values
    }

    /// The first row of a query, or `nil` if there is none.
    @inlinable
    public func first<Value>(_ sql: SQL, _ read: (inout Columns) throws -> Value) throws -> Value? {
        var value: Value?
        try forEach(sql) { row in
            var columns = Columns(row)
            value = try read(&columns)
            return false
        }
        return value
    }

    /// The first column of the first row, or `nil` if there is no row.
    @inlinable
    public func value<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try first(sql) { columns in try columns.next(Value.self) }
    }

    /// The first column of every row.
    @inlinable
    public func column<Value: SQLDecodable>(_ sql: SQL, as type: Value.Type = Value.self) throws -> [Value] {
        try all(sql) { columns in try columns.next(Value.self) }
    }

    /// Whether the query has a row.
    @inlinable
    public func exists(_ sql: SQL) throws -> Bool {
        var found = false
        try forEach(sql) { _ in
            found = true
            return false
        }
        return found
    }
}

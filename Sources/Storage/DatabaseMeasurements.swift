/// How large a database is.
public struct DatabaseMeasurements: Sendable, Hashable {
    /// Its kind and version, such as `SQLite 3.46.1`.
    public var product: String
    public var bytes: Int64
    /// Of those, what is free inside; `nil` where the database does not tell.
    public var freeBytes: Int64?
    /// The bytes of each table with its indexes, as far as they are known.
    public var tableBytes: [String: Int64]

    public init(product: String, bytes: Int64, freeBytes: Int64? = nil, tableBytes: [String: Int64] = [:]) {
        self.product = product
        self.bytes = bytes
        self.freeBytes = freeBytes
        self.tableBytes = tableBytes
    }
}

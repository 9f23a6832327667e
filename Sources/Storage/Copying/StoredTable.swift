/// A table as a database describes it.
public struct StoredTable: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case integer, real, text, bytes, identifier
        /// Bytes that may be an identifier: SQLite does not tell the two apart.
        case blob
    }

    public struct Column: Sendable, Hashable {
        public let name: String
        public let kind: Kind

        public init(_ name: String, _ kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    public let name: String
    public let columns: [Column]

    public init(_ name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// The table with the kinds of `other` where this one does not know them. Throws `StorageError.other` where the two
    /// do not have the same columns.
    func refined(by other: StoredTable) throws(StorageError) -> StoredTable {
        let kinds = Dictionary(other.columns.map { ($0.name, $0.kind) }, uniquingKeysWith: { first, _ in first })
        guard Set(kinds.keys) == Set(columns.map(\.name)) else {
            throw .other(code: -1, detail: "the table \(name) has other columns there")
        }
        return StoredTable(
            name, columns: columns.map { Column($0.name, $0.kind == .blob ? kinds[$0.name] ?? .blob : $0.kind) })
    }

    /// A query for all rows, in the order of the columns.
    var query: SQL {
        SQL(trusted: "SELECT \(columns.map { "\"\($0.name)\"" }.joined(separator: ", ")) FROM \"\(name)\"")
    }

    /// The values of a row of `query`.
    func values(of row: any Row) -> [SQLValue] {
        columns.enumerated().map { index, column in
            if row.isNull(index) { return .null }
            switch column.kind {
            case .integer: return .integer(row.integer(index))
            case .real: return .real(row.real(index))
            case .text: return .text(row.text(index))
            case .bytes, .blob: return .bytes(row.bytes(index))
            case .identifier:
                return row.identifier(index).map { .identifier(high: $0.high, low: $0.low) } ?? row.value(index)
            }
        }
    }
}

import Storage

/// Rows through `COPY` in the binary format.
final class PostgresFilling: StoreFilling {
    /// How many bytes are gathered before they are sent.
    private static let chunk = 1 << 18
    /// The signature of the format, no flags, no extension.
    private static let header: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8)

    private let transaction: PostgresTransaction
    /// The table that rows go to now.
    private var current: String?
    private var contents: [UInt8] = []

    init(_ transaction: PostgresTransaction) { self.transaction = transaction }

    func insert(_ values: [SQLValue], into table: StoredTable) throws {
        try begin(table.name, columns: table.columns.map(\.name))
        contents.append(bigEndian: Int16(values.count))
        for value in values { append(value) }
        if contents.count >= Self.chunk { try send() }
    }

    func insert(_ key: Int64, contents texts: [String], into collection: SearchCollection) throws {
        try begin(collection.name, columns: ["id"] + texts.indices.map(SearchTables.column) + ["words"])
        contents.append(bigEndian: Int16(texts.count + 2))
        append(.integer(key))
        for text in texts { append(.text(text)) }
        append(.bytes(DocumentWords.binary(texts)))
        if contents.count >= Self.chunk { try send() }
    }

    func flush() throws { try endCopy() }

    private func begin(_ table: String, columns: [String]) throws {
        guard current != table else { return }
        try endCopy()
        let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
        try transaction.copying { connection throws(StorageError) in
            try connection.beginCopy("COPY \"\(table)\" (\(names)) FROM STDIN (FORMAT binary)")
        }
        current = table
        contents = Self.header
    }

    private func append(_ value: SQLValue) {
        let place = contents.count
        contents.append(bigEndian: Int32(-1))
        guard value.append(to: &contents) else { return }
        let length = UInt32(contents.count - place - 4)
        for byte in 0..<4 { contents[place + byte] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * byte)) }
    }

    private func send() throws {
        let part = contents
        contents.removeAll(keepingCapacity: true)
        try transaction.copying { connection throws(StorageError) in try connection.copy(part) }
    }

    private func endCopy() throws {
        guard current != nil else { return }
        contents.append(bigEndian: Int16(-1))
        try send()
        try transaction.copying { connection throws(StorageError) in _ = try connection.endCopy() }
        current = nil
    }
}

extension PostgresTransaction {
    /// Lets `body` send rows on the connection; an error of it ends the transaction.
    func copying(_ body: (Connection) throws(StorageError) -> Void) throws(StorageError) {
        try flush()
        try guarded { () throws(StorageError) in try body(connection) }
    }
}

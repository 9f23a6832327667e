import Storage

/// The prepared statements of one connection, by their text; the least recently used one makes room for a new one.
struct StatementCache {
    private var statements: [String: PreparedStatement] = [:]
    private let limit: Int
    private var uses: UInt64 = 0

    init(limit: Int) {
        self.limit = max(limit, 1)
        statements.reserveCapacity(self.limit + 1)
    }

    /// A statement that is not running. One asked for while it runs is compiled again and not kept.
    mutating func statement(_ text: String, on connection: OpaquePointer) throws(StorageError) -> PreparedStatement {
        uses &+= 1
        if let known = statements[text] {
            if known.isBusy { return try PreparedStatement(text, on: connection) }
            known.lastUse = uses
            return known
        }
        let fresh = try PreparedStatement(text, on: connection)
        fresh.lastUse = uses
        if statements.count >= limit { makeRoom() }
        statements[text] = fresh
        return fresh
    }

    mutating func removeAll() { statements.removeAll(keepingCapacity: true) }

    private mutating func makeRoom() {
        guard let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
        statements.removeValue(forKey: oldest.key)
    }
}

import Storage

/// The prepared statements of one connection, by their text; the least recently used one makes room for a new one.
struct StatementCache {
    private var statements: [StatementText: PreparedStatement] = [:]
    private let limit: Int
    private var uses: UInt64 = 0

    init(limit: Int) {
        self.limit = max(limit, 1)
        statements.reserveCapacity(self.limit + 1)
    }

    /// A statement that is not running. One asked for while it runs is compiled again and not kept.
    mutating func statement(_ text: String, on connection: OpaquePointer) throws(StorageError) -> PreparedStatement {
        uses &+= 1
        let key = StatementText(text)
        if let known = statements[key] {
            if known.isBusy { return try PreparedStatement(text, on: connection) }
            known.lastUse = uses
            return known
        }
        let fresh = try PreparedStatement(text, on: connection)
        fresh.lastUse = uses
        if statements.count >= limit { makeRoom() }
        statements[key] = fresh
        return fresh
    }

    mutating func removeAll() { statements.removeAll(keepingCapacity: true) }

    private mutating func makeRoom() {
        guard let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
        statements.removeValue(forKey: oldest.key)
    }
}

/// The text of a statement as a key. Most of what a call costs before SQLite runs would be hashing such long texts, so
/// only their length and some of their bytes are hashed; they are compared in full.
private struct StatementText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    func hash(into hasher: inout Hasher) {
        let count = text.utf8.count
        hasher.combine(count)
        text.utf8.withContiguousStorageIfAvailable { bytes in
            var place = 8
            while place + 8 <= count {
                hasher.combine(UnsafeRawPointer(bytes.baseAddress! + place).loadUnaligned(as: UInt64.self))
                place += 56
            }
        }
    }
}

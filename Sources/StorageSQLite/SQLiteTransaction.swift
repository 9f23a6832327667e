import GRDBSQLite
import Storage

/// A transaction on one connection.
final class SQLiteTransaction: Transaction {
    let isWritable: Bool
    private let connection: Connection
    private var takenClock: Int64?
    /// Why SQLite has undone the transaction by itself; nothing may run after that, for it would commit by itself.
    private(set) var failure: StorageError?
    private var ended = false
    /// What `PrefixWords` has found; `nil` for a beginning of too many words.
    var prefixWords: [String: [String]?] = [:]

    init(on connection: Connection, isWritable: Bool) {
        self.connection = connection
        self.isWritable = isWritable
    }

    /// Nothing runs on it any more.
    func end() { ended = true }

    func clock() throws -> Int64 {
        if let takenClock { return takenClock }
        guard isWritable else { throw StorageError.readOnly }
        let next = try value("UPDATE sync_meta SET clock = clock + 1 WHERE id = 1 RETURNING clock", as: Int64.self)
        guard let next else { throw StorageError.corrupt(detail: "sync_meta has no row") }
        takenClock = next
        return next
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(connection.handle)
        try run(sql) { statement throws(StorageError) in while try statement.step() {} }
        // The count of a statement that is no change (CREATE, say) is the count of the one before it.
        return sqlite3_total_changes64(connection.handle) == before ? 0 : Int(sqlite3_changes64(connection.handle))
    }

    var changeCount: Int64 { sqlite3_total_changes64(connection.handle) }

    func forEach(_ sql: SQL, _ body: (any Row) throws -> Bool) throws {
        try run(sql) { statement in
            while try statement.step() {
                guard try body(statement) else { return }
            }
        }
    }

    @discardableResult
    func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        let clockBefore = takenClock
        try execute("SAVEPOINT storage")
        do {
            let result = try body()
            try execute("RELEASE storage")
            return result
        } catch {
            if failure == nil {
                try execute("ROLLBACK TO storage")
                try execute("RELEASE storage")
                // A clock taken inside was put back with the rest.
                takenClock = clockBefore
            }
            throw error
        }
    }

    var search: any SearchIndex { SQLiteSearchIndex(transaction: self) }

    @inline(__always)
    private func run<Failure: Error>(
        _ sql: SQL, _ body: (PreparedStatement) throws(Failure) -> Void
    ) throws {
        if let failure { throw failure }
        guard !ended else { throw StorageError.misuse("the transaction is over") }
        let statement = try connection.statement(sql.text)
        statement.isBusy = true
        defer { statement.finish() }
        do {
            try statement.bind(sql.values)
            try body(statement)
        } catch {
            if connection.isIdle { failure = error as? StorageError ?? .misuse("the transaction was undone") }
            throw error
        }
    }
}

import Storage

/// A transaction on one connection.
final class PostgresTransaction: Transaction {
    let isWritable: Bool
    let connection: Connection
    private var takenClock: Int64?
    /// The error that has ended the transaction for the server; nothing may run after it but going back to a savepoint.
    private(set) var failure: StorageError?
    private var ended = false
    /// Whether a row was handed out, so that the work must not be begun again unseen.
    private(set) var hasAnswered = false
    private(set) var changeCount: Int64 = 0
    /// Statements that wait to be sent together.
    private var queue: [SQL] = []

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
        let rows = try start(sql)
        try guarded { () throws(StorageError) in try rows.finish() }
        changeCount += Int64(rows.changed)
        return rows.changed
    }

    func forEach(_ sql: SQL, _ body: (any Row) throws -> Bool) throws {
        let rows = try start(sql)
        do {
            while try guarded({ () throws(StorageError) in try rows.next() }) {
                hasAnswered = true
                guard try body(rows) else { break }
            }
        } catch {
            try? rows.finish()
            throw error
        }
        try guarded { () throws(StorageError) in try rows.finish() }
        changeCount += Int64(rows.changed)
    }

    func enqueue(_ sql: SQL) throws {
        try requireOpen()
        guard isWritable else { throw StorageError.readOnly }
        queue.append(sql)
        changeCount += 1
        if queue.count >= connection.pipelineLength { try flush() }
    }

    /// Sends what waits.
    func flush() throws(StorageError) {
        guard !queue.isEmpty else { return }
        let statements = queue
        queue.removeAll(keepingCapacity: true)
        let rows = try guarded { () throws(StorageError) in try connection.run(statements) }
        changeCount += Int64(max(rows - statements.count, 0))
    }

    @discardableResult
    func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        let clockBefore = takenClock
        try run("SAVEPOINT storage")
        do {
            let result = try body()
            if let failure { throw failure }
            try run("RELEASE SAVEPOINT storage")
            return result
        } catch {
            queue.removeAll()
            if failure?.isDisconnection != true, !ended {
                failure = nil
                try run("ROLLBACK TO SAVEPOINT storage; RELEASE SAVEPOINT storage")
                // A clock taken inside was put back with the rest.
                takenClock = clockBefore
            }
            throw error
        }
    }

    var search: any SearchIndex { PostgresSearchIndex(transaction: self) }

    /// Runs commands that the storage itself needs.
    func run(_ command: String) throws(StorageError) {
        try requireOpen()
        try flush()
        try guarded { () throws(StorageError) in try connection.command(command) }
    }

    private func start(_ sql: SQL) throws(StorageError) -> ResultRows {
        try requireOpen()
        try flush()
        return try guarded { () throws(StorageError) in try connection.start(sql) }
    }

    private func requireOpen() throws(StorageError) {
        if let failure { throw failure }
        guard !ended else { throw .misuse("the transaction is over") }
    }

    /// Keeps in mind that the server answers nothing more after an error.
    func guarded<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        do {
            return try connection.noticing(body)
        } catch {
            failure = error
            // What was written is undone with the transaction: whoever compares must not take it for unchanged.
            changeCount += 1
            throw error
        }
    }
}

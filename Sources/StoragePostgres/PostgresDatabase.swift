import Dispatch
import Glibc
import Storage
import Synchronization

/// A workspace in one PostgreSQL database: one connection writes and a few read, each on its own snapshot. Several
/// processes, on several machines, may use it at once.
///
/// A read inside a transaction of the same thread runs in that transaction; a write inside one is an error.
///
/// The tables are in the first schema of the connection's `search_path`. Each write transaction begins with an advisory
/// lock of that schema, so that writers follow one another and the order of clocks is the order of commits.
public final class PostgresDatabase: Database, Sendable {
    public let address: PostgresAddress
    let options: PostgresOptions
    let readers: ReaderPool
    /// The connection that writes, while there is one.
    private let writer = Mutex<Connection?>(nil)
    private let writerPermit = DispatchSemaphore(value: 1)
    private let isClosed = Atomic<Bool>(false)
    /// The connections that read now; a thread owns at most one of them.
    private let reading = Mutex<[Connection]>([])
    /// The migrations that this program knows, for the schema of a backup.
    let knownMigrations = Mutex<[Migration]>([])

    /// Opens the database at `address`. Throws `StorageError.unreachable` where that fails, and where libpq is not
    /// installed.
    public init(_ address: PostgresAddress, options: PostgresOptions = PostgresOptions()) throws {
        self.address = address
        self.options = options
        readers = ReaderPool(options) { try Connection(address, options) }
        readers.put(try readers.take())
    }

    deinit { try? close() }

    // MARK: Reading

    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        let thread = pthread_self()
        if let running = transaction(of: thread) { return try body(running) }
        guard !isClosed.load(ordering: .acquiring) else { throw StorageError.closed }
        var hasAnswered = false
        do {
            return try readOnce(thread, &hasAnswered, body)
        } catch let error as StorageError where error.isDisconnection && !hasAnswered {
            // The server was restarted: nobody has seen anything of the transaction, so it is begun again.
            try waitForServer()
            return try readOnce(thread, &hasAnswered, body)
        }
    }

    private func readOnce<Result>(
        _ thread: pthread_t, _ hasAnswered: inout Bool, _ body: (any Transaction) throws -> Result
    ) throws -> Result {
        let connection = try readers.take()
        connection.owner = thread
        reading.withLock { $0.append(connection) }
        defer {
            reading.withLock { $0.removeAll { $0 === connection } }
            connection.owner = 0
            readers.put(connection)
        }
        try connection.noticing { () throws(StorageError) in
            try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        }
        let transaction = PostgresTransaction(on: connection, isWritable: false)
        connection.transaction = transaction
        defer {
            hasAnswered = transaction.hasAnswered
            transaction.end()
            connection.transaction = nil
            connection.commandLater("COMMIT")
        }
        return try body(transaction)
    }

    // MARK: Writing

    @discardableResult
    public func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try withWriter { try transact(body) }
    }

    /// Runs `body` while this thread alone may use the connection that writes.
    func withWriter<Result>(_ body: () throws -> Result) throws -> Result {
        let thread = pthread_self()
        guard transaction(of: thread) == nil, writer.withLock({ $0?.owner }) != thread else {
            throw StorageError.misuse("a write inside a transaction of the same thread")
        }
        guard writerPermit.wait(timeout: .now() + .milliseconds(options.busyTimeout)) == .success else {
            throw StorageError.busy
        }
        defer { writerPermit.signal() }
        guard !isClosed.load(ordering: .acquiring) else { throw StorageError.closed }
        defer { writer.withLock { $0?.owner = 0 } }
        return try body()
    }

    /// Runs a first command on the connection that writes, and answers the connection. Where the server has left it
    /// nothing was done yet, so the command is given to a new connection. Only inside `withWriter`.
    func beginWriting(_ command: String) throws -> Connection {
        if let known = writer.withLock({ $0 }) {
            known.owner = pthread_self()
            do {
                try known.noticing { () throws(StorageError) in try known.command(command) }
                return known
            } catch  where error.isDisconnection {
                writer.withLock { $0 = nil }
                known.close()
                try waitForServer()
            } catch {
                rollBack(known)
                throw error
            }
        }
        let fresh = try Connection(address, options)
        fresh.owner = pthread_self()
        writer.withLock { $0 = fresh }
        do {
            try fresh.noticing { () throws(StorageError) in try fresh.command(command) }
        } catch {
            rollBack(fresh)
            throw error
        }
        return fresh
    }

    /// Runs `body` in a transaction of the connection that writes, after all other writers of the schema. It waits
    /// `patience` milliseconds for them instead of the usual time. Only inside `withWriter`.
    func transact<Result>(patience: Int? = nil, _ body: (PostgresTransaction) throws -> Result) throws -> Result {
        let waiting = patience.map { "SET LOCAL lock_timeout = \($0); SET LOCAL statement_timeout = 0; " } ?? ""
        let connection = try beginWriting("BEGIN ISOLATION LEVEL READ COMMITTED; \(waiting)\(Self.lock)")
        let transaction = PostgresTransaction(on: connection, isWritable: true)
        connection.transaction = transaction
        defer {
            transaction.end()
            connection.transaction = nil
        }
        do {
            let result = try body(transaction)
            if let failure = transaction.failure { throw failure }
            try transaction.flush()
            try commit(connection)
            return result
        } catch {
            rollBack(connection)
            throw error
        }
    }

    /// The lock that orders the writers of one schema: `RPLS`, and the schema.
    private static let lock = "SELECT pg_advisory_xact_lock(1380994131, hashtext(current_schema()))"

    private func commit(_ connection: Connection) throws(StorageError) {
        do {
            try connection.noticing { () throws(StorageError) in try connection.command("COMMIT") }
        } catch  where error.isDisconnection {
            throw .uncertain(
                detail: "the server went away while it was committing, so it is not known whether the change was kept")
        }
    }

    private func rollBack(_ connection: Connection) {
        guard connection.isAlive, !connection.isIdle else { return }
        try? connection.command("ROLLBACK")
    }

    // MARK: The server

    /// Waits until the server takes connections again, as long as the options allow. Throws what it says last.
    private func waitForServer() throws {
        var waited = 0
        while let failure = answer() {
            guard failure.isDisconnection, waited < options.reconnectTimeout else { throw failure }
            usleep(100_000)
            waited += 100
        }
    }

    /// What a new connection is refused with; `nil` where it is let in.
    private func answer() -> StorageError? {
        do throws(StorageError) {
            try Connection(address, options).close()
            return nil
        } catch {
            return error
        }
    }

    public func close() throws {
        guard transaction(of: pthread_self()) == nil else {
            throw StorageError.misuse("close inside a transaction")
        }
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        writerPermit.wait()
        defer { writerPermit.signal() }
        readers.close()
        writer.withLock { connection in
            connection?.close()
            connection = nil
        }
    }

    /// The transaction that `thread` is in.
    private func transaction(of thread: pthread_t) -> PostgresTransaction? {
        if let connection = writer.withLock({ $0 }), connection.owner == thread { return connection.transaction }
        return reading.withLock { $0.first { $0.owner == thread }?.transaction }
    }
}

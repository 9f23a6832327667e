import Dispatch
import Glibc
import Storage
import Synchronization

/// A workspace in one SQLite file: one connection writes and a few read, each on its own snapshot.
///
/// A read inside a transaction of the same thread runs in that transaction; a write inside one is an error.
public final class SQLiteDatabase: Database, Sendable {
    /// The file.
    public let path: String
    let options: SQLiteOptions
    let writer: Connection
    let readers: ReaderPool
    private let writerPermit = DispatchSemaphore(value: 1)
    private let isClosed = Atomic<Bool>(false)
    /// The threads that read now; a thread is in here at most once.
    private let readingThreads: Mutex<[Connection]>

    /// Opens the database at `path`, making it, and its folder, for this user alone if there is none.
    public init(path: String, options: SQLiteOptions = SQLiteOptions()) throws {
        try PrivateFile.create(path)
        self.path = path
        self.options = options
        writer = try Connection(path: path, options: options, writes: true)
        readers = ReaderPool(size: options.maximumReaders) { generation in
            try Connection(path: path, options: options, writes: false, generation: generation)
        }
        readingThreads = Mutex([])
    }

    public func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        let thread = pthread_self()
        if let running = transaction(of: thread) { return try body(running) }
        guard !isClosed.load(ordering: .acquiring) else { throw StorageError.closed }
        let connection = try readers.take()
        connection.owner = thread
        readingThreads.withLock { $0.append(connection) }
        defer {
            readingThreads.withLock { $0.removeAll { $0 === connection } }
            connection.owner = 0
            readers.put(connection)
        }
        try connection.beginTransaction()
        let transaction = SQLiteTransaction(on: connection, isWritable: false)
        connection.transaction = transaction
        defer {
            transaction.end()
            connection.transaction = nil
            connection.endSnapshot()
        }
        return try body(transaction)
    }

    @discardableResult
    public func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try withWriter { connection in try transact(on: connection, body) }
    }

    public func close() throws {
        guard transaction(of: pthread_self()) == nil else {
            throw StorageError.misuse("close inside a transaction")
        }
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        writerPermit.wait()
        defer { writerPermit.signal() }
        readers.close()
        writer.close()
    }

    /// Runs `body` as the only user of the connection that writes, outside any transaction.
    func withWriter<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        let thread = pthread_self()
        guard transaction(of: thread) == nil, writer.owner != thread else {
            throw StorageError.misuse("a write inside a transaction of the same thread")
        }
        guard writerPermit.wait(timeout: .now() + .milliseconds(options.busyTimeout)) == .success else {
            throw StorageError.busy
        }
        defer { writerPermit.signal() }
        guard !isClosed.load(ordering: .acquiring) else { throw StorageError.closed }
        writer.owner = thread
        defer { writer.owner = 0 }
        return try body(writer)
    }

    /// Runs `body` in a transaction of the connection that writes.
    func transact<Result>(on connection: Connection, _ body: (any Transaction) throws -> Result) throws -> Result {
        try connection.beginTransaction()
        let transaction = SQLiteTransaction(on: connection, isWritable: true)
        connection.transaction = transaction
        defer {
            transaction.end()
            connection.transaction = nil
        }
        do {
            let result = try body(transaction)
            if let failure = transaction.failure { throw failure }
            try connection.commitTransaction()
            return result
        } catch {
            connection.rollbackTransaction()
            throw error
        }
    }

    /// The transaction that `thread` is in.
    private func transaction(of thread: pthread_t) -> SQLiteTransaction? {
        if writer.owner == thread { return writer.transaction }
        return readingThreads.withLock { $0.first { $0.owner == thread }?.transaction }
    }
}

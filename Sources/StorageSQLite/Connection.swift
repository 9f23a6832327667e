import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// One open connection. GRDB opens, configures and closes it; statements run on its handle without GRDB's queue,
/// because whoever has taken the connection is its only user.
final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    private let queue: DatabaseQueue
    private var cache: StatementCache
    private let ownerThread = Atomic<UInt>(0)
    /// The thread that has taken the connection; 0 for none. Any thread may ask whether it is its own.
    var owner: UInt {
        get { ownerThread.load(ordering: .relaxed) }
        set { ownerThread.store(newValue, ordering: .relaxed) }
    }
    /// The transaction that runs on it.
    var transaction: SQLiteTransaction?
    /// Which round of statistics it has read.
    let generation: Int

    private var begin: PreparedStatement?
    private var commit: PreparedStatement?
    private var rollback: PreparedStatement?

    init(path: String, options: SQLiteOptions, writes: Bool, generation: Int = 0) throws {
        _ = SQLiteLibrary.isSettled
        var configuration = Configuration()
        configuration.readonly = !writes
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(options.busyTimeout) / 1000)
        configuration.label = writes ? "storage.writer" : "storage.reader"
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError {
            throw StorageError(code: error.extendedResultCode.rawValue, detail: error.message ?? "\(error)")
        }
        guard let handle = queue.inDatabase({ $0.sqliteConnection }) else { throw StorageError.misuse("closed") }
        self.handle = handle
        self.generation = generation
        // GRDB follows what statements touch and what is committed to tell its observers, for which it must run every
        // statement itself. Nobody observes here, and each column of each statement that is compiled would be reported.
        sqlite3_set_authorizer(handle, nil, nil)
        sqlite3_commit_hook(handle, nil, nil)
        sqlite3_rollback_hook(handle, nil, nil)
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, Int32(options.busyTimeout))
        if writes { try handle.enterWAL(within: options.busyTimeout) }
        try handle.configure(options, writes: writes)
        cache = StatementCache(limit: options.statementCacheSize)
        begin = try PreparedStatement(writes ? "BEGIN IMMEDIATE" : "BEGIN", on: handle)
        commit = try PreparedStatement("COMMIT", on: handle)
        rollback = try PreparedStatement("ROLLBACK", on: handle)
    }

    /// Whether no transaction is open, be it that none began or that SQLite ended it because of an error.
    var isIdle: Bool { sqlite3_get_autocommit(handle) != 0 }

    func beginTransaction() throws(StorageError) { try run(begin) }

    func commitTransaction() throws(StorageError) { try run(commit) }

    /// Undoes the open transaction, if there still is one.
    func rollbackTransaction() {
        guard !isIdle else { return }
        try? run(rollback)
    }

    /// Lets the snapshot of a reader go.
    func endSnapshot() {
        do {
            try commitTransaction()
        } catch {
            rollbackTransaction()
        }
    }

    func statement(_ text: String) throws(StorageError) -> PreparedStatement {
        try cache.statement(text, on: handle)
    }

    /// A copy of the database made through SQLite's backup interface, in one step and so of one moment.
    func backup(to destination: DatabaseQueue) throws {
        try queue.backup(to: destination)
    }

    /// Gives the file back. SQLite ends the connection when the last of its statements is gone.
    func close() {
        cache.removeAll()
        (begin, commit, rollback) = (nil, nil, nil)
        try? queue.close()
    }

    private func run(_ statement: PreparedStatement?) throws(StorageError) {
        guard let statement else { throw .closed }
        defer { sqlite3_reset(statement.handle) }
        _ = try statement.step()
    }
}

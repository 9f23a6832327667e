import CPostgres
import Glibc
import Storage
import Synchronization

/// One open connection. Whoever has taken it is its only user.
final class Connection: @unchecked Sendable {
    let functions: CPostgresLibrary
    let handle: OpaquePointer
    private var cache: StatementCache
    /// How many statements go together in one round trip; few enough that none forgets another one's preparation.
    let pipelineLength: Int
    private let ownerThread = Atomic<UInt>(0)
    /// The thread that has taken the connection; 0 for none. Any thread may ask whether it is its own.
    var owner: UInt {
        get { ownerThread.load(ordering: .relaxed) }
        set { ownerThread.store(newValue, ordering: .relaxed) }
    }
    /// The transaction that runs on it.
    var transaction: PostgresTransaction?
    /// The query whose answer is still coming.
    private var running: ResultRows?

    /// Connects. Throws `StorageError.unreachable` where there is no server, no such database or no entry.
    init(_ address: PostgresAddress, _ options: PostgresOptions) throws(StorageError) {
        functions = try Library.load().functions
        // What comes later wins, so that the address may choose its own waiting time and program name.
        let settings: KeyValuePairs = [
            "connect_timeout": "10", "application_name": "rplus", "dbname": address.uri, "client_encoding": "UTF8",
        ]
        let opened = Self.connect(functions, settings)
        guard let opened else { throw .unreachable(detail: "no memory for a connection") }
        handle = opened
        cache = StatementCache(limit: options.statementCacheSize)
        pipelineLength = max(1, min(128, options.statementCacheSize))
        guard functions.status(handle) == Int32(CPOSTGRES_CONNECTION_OK) else {
            let words = functions.words(functions.connectionError(handle))
            functions.finish(handle)
            throw .unreachable(detail: words)
        }
        withUnsafePointer(to: functions) { CPostgresIgnoreNotices($0, handle) }
        do throws(StorageError) {
            guard functions.serverVersion(handle) >= 150_000 else {
                throw StorageError.unreachable(detail: "PostgreSQL 15 or newer is needed at \(address)")
            }
            try command(
                """
                SET statement_timeout = \(options.statementTimeout); SET lock_timeout = \(options.busyTimeout);
                SET idle_in_transaction_session_timeout = 0; SET synchronous_commit = on;
                SET bytea_output = hex; SET DateStyle = ISO; SET TimeZone = UTC; SET jit = off
                """)
            if let schema = options.schema { try command("SET search_path = \(Self.quoted(schema))") }
        } catch {
            functions.finish(handle)
            throw error
        }
    }

    private static func connect(
        _ functions: CPostgresLibrary, _ settings: KeyValuePairs<String, String>
    ) -> OpaquePointer? {
        let texts = settings.flatMap { [strdup($0.key), strdup($0.value)] }
        defer { for text in texts { free(text) } }
        var keywords: [UnsafePointer<CChar>?] = stride(from: 0, to: texts.count, by: 2).map { UnsafePointer(texts[$0]) }
        var values: [UnsafePointer<CChar>?] = stride(from: 1, to: texts.count, by: 2).map { UnsafePointer(texts[$0]) }
        keywords.append(nil)
        values.append(nil)
        return functions.connect(keywords, values, 1)
    }

    func close() {
        running = nil
        functions.finish(handle)
    }

    /// Whether the server is still there, as far as anybody has noticed.
    var isAlive: Bool { !isLost && functions.status(handle) == Int32(CPOSTGRES_CONNECTION_OK) }
    /// Whether the server has said good-bye, which libpq itself sees only at the next attempt.
    private var isLost = false

    /// Runs `body` and keeps in mind that the server is gone where it says so.
    func noticing<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        do {
            return try body()
        } catch {
            if error.isDisconnection { isLost = true }
            throw error
        }
    }

    /// Whether no transaction is open.
    var isIdle: Bool { functions.transactionStatus(handle) == Int32(CPOSTGRES_TRANSACTION_IDLE) }

    /// An identifier as SQL takes it, whatever is in it.
    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    // MARK: Commands

    /// Runs commands without values, whose answers nobody reads.
    func command(_ text: String) throws(StorageError) {
        try settle()
        let result = functions.execute(handle, text)
        defer { if let result { functions.clear(result) } }
        let status = result.map { functions.resultStatus($0) }
        guard status == Int32(CPOSTGRES_COMMAND_OK) || status == Int32(CPOSTGRES_TUPLES_OK) else {
            throw functions.error(result, handle)
        }
    }

    /// Asks for a command without waiting for the answer, which the next one to use the connection takes.
    func commandLater(_ text: String) {
        guard (try? settle()) != nil, functions.sendQuery(handle, text) == 1 else { return }
        running = ResultRows(functions, handle)
        awaitsCommand = true
    }

    /// Whether what runs is a command whose failure concerns nobody any more.
    private var awaitsCommand = false

    /// Makes the connection free for the next statement.
    func settle() throws(StorageError) {
        guard let rows = running else { return }
        running = nil
        if awaitsCommand {
            awaitsCommand = false
            do {
                try rows.finish()
            } catch  where error.isDisconnection {
                throw error
            } catch {
                // The end of a transaction that only read.
            }
        } else {
            rows.takeRest()
        }
    }

    // MARK: Statements

    /// Starts a statement. Its rows have to be read, or passed by with `finish`.
    func start(_ sql: SQL) throws(StorageError) -> ResultRows {
        try settle()
        guard send(try call(of: sql)) else { throw functions.error(nil, handle) }
        _ = functions.setSingleRowMode(handle)
        let rows = ResultRows(functions, handle)
        running = rows
        return rows
    }

    /// A statement as it goes to the server: its text, or the name under which the server has compiled it.
    struct StatementCall {
        let text: String
        let name: String?
        let parameters: Parameters
    }

    /// How a statement is to be sent. It is compiled first where it comes again.
    func call(of sql: SQL) throws(StorageError) -> StatementCall {
        let (entry, forgotten) = cache.entry(for: sql.text)
        for name in forgotten { try command("DEALLOCATE \(name)") }
        let parameters = Parameters(sql.values)
        let name = entry.isFrequent ? try prepared(entry, parameters).name : nil
        return StatementCall(text: entry.text, name: name, parameters: parameters)
    }

    /// Sends a statement; `false` where libpq does not take it.
    func send(_ call: StatementCall) -> Bool {
        let parameters = call.parameters
        return parameters.withPointers { values, lengths, formats in
            if let name = call.name {
                functions.sendPrepared(handle, name, parameters.count, values, lengths, formats, 1) == 1
            } else {
                functions.sendParameters(
                    handle, call.text, parameters.count, parameters.types, values, lengths, formats, 1) == 1
            }
        }
    }

    private func prepared(
        _ entry: StatementCache.Entry, _ parameters: Parameters
    ) throws(StorageError) -> StatementCache.Prepared {
        if let known = entry.prepared.first(where: { $0.takes(parameters.types) }) { return known }
        let name = cache.newName()
        try check(functions.prepare(handle, name, entry.text, parameters.count, parameters.types))
        var types = parameters.types
        if types.contains(TypeNumber.unknown) {
            let description = functions.describePrepared(handle, name)
            let count = description.map { functions.parameterCount($0) } ?? 0
            types = (0..<count).map { functions.parameterType(description, $0) }
            try check(description)
        }
        let prepared = StatementCache.Prepared(name: name, types: types)
        entry.prepared.append(prepared)
        return prepared
    }

    private func check(_ result: OpaquePointer?) throws(StorageError) {
        defer { if let result { functions.clear(result) } }
        guard let result, functions.resultStatus(result) == Int32(CPOSTGRES_COMMAND_OK) else {
            throw functions.error(result, handle)
        }
    }

    // MARK: Copying in

    /// Begins `COPY … FROM STDIN`, to which `copy` gives the contents and which `endCopy` ends.
    func beginCopy(_ text: String) throws(StorageError) {
        try settle()
        let result = functions.execute(handle, text)
        defer { if let result { functions.clear(result) } }
        guard let result, functions.resultStatus(result) == Int32(CPOSTGRES_COPY_IN) else {
            throw functions.error(result, handle)
        }
    }

    func copy(_ contents: [UInt8]) throws(StorageError) {
        let sent = contents.withUnsafeBytes { bytes in
            functions.putCopyData(handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
        }
        guard sent == 1 else { throw functions.error(nil, handle) }
    }

    /// Ends what `beginCopy` began; with `failure` nothing of it is kept.
    func endCopy(failure: String? = nil) throws(StorageError) -> Int {
        guard functions.putCopyEnd(handle, failure) == 1 else { throw functions.error(nil, handle) }
        let rows = ResultRows(functions, handle)
        try rows.finish()
        return rows.changed
    }
}

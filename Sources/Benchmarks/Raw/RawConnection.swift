import GRDBSQLite

/// What a program in C would do: a connection with the settings of the product and statements prepared once. Any
/// failure ends the figure, since a wrong comparison is worse than none.
final class RawConnection {
    let handle: OpaquePointer

    init(path: String, writes: Bool) throws {
        var connection: OpaquePointer?
        let flags = writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        guard sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let connection else {
            throw BenchProblem("cannot open \(path)")
        }
        handle = connection
        sqlite3_busy_timeout(connection, 5_000)
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
        try run("PRAGMA foreign_keys = ON")
        try run("PRAGMA temp_store = MEMORY")
        try run("PRAGMA cache_size = -\(writes ? 8_192 : 3_072)")
        try run("PRAGMA mmap_size = 0")
        try run("PRAGMA secure_delete = FAST")
        try run("PRAGMA cell_size_check = ON")
        try run("PRAGMA journal_size_limit = 67108864")
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw BenchProblem("\(message): \(sql)") }
    }

    func prepare(_ sql: String) throws -> RawStatement { try RawStatement(sql, on: self) }

    var message: String { String(cString: sqlite3_errmsg(handle)) }
}

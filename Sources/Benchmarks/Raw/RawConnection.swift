import GRDBSQLite

/// What a program in C would do: a connection with the settings of the product and statements prepared once. Any
/// failure ends the benchmark, since a wrong comparison is worse than none.
final class RawConnection {
    let handle: OpaquePointer

    init(path: String, writes: Bool) {
        var connection: OpaquePointer?
        let flags = writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        guard sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let connection else {
            fatalError("cannot open \(path)")
        }
        handle = connection
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA temp_store = MEMORY")
        run("PRAGMA cache_size = -\(writes ? 8_192 : 3_072)")
        run("PRAGMA mmap_size = 0")
        run("PRAGMA secure_delete = FAST")
        run("PRAGMA cell_size_check = ON")
        run("PRAGMA journal_size_limit = 67108864")
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { fatalError("\(message): \(sql)") }
    }

    func prepare(_ sql: String) -> RawStatement { RawStatement(sql, on: self) }

    var message: String { String(cString: sqlite3_errmsg(handle)) }
}

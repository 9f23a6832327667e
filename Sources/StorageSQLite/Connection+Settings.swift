import GRDBSQLite
import Glibc
import Storage

extension OpaquePointer {
    /// Runs statements that answer nothing, on a connection.
    func run(_ sql: String) throws(StorageError) {
        let code = sqlite3_exec(self, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw StorageError(code: code, on: self) }
    }

    /// The first column of the first row as text.
    func text(_ sql: String) throws(StorageError) -> String {
        let statement = try PreparedStatement(sql, on: self)
        return try statement.step() ? statement.text(0) : ""
    }

    /// Turns the write-ahead log on. Two processes that do so at once may be told "busy" without a wait.
    func enterWAL(within timeout: Int) throws(StorageError) {
        var waited = 0
        while true {
            do throws(StorageError) {
                guard try text("PRAGMA journal_mode") != "wal" else { return }
                guard try text("PRAGMA journal_mode = WAL") == "wal" else {
                    throw .misuse("the file system does not support a write-ahead log")
                }
                return
            } catch .busy where waited < timeout {
                usleep(10_000)
                waited += 10
            }
        }
    }

    /// Applies the settings of a connection, after GRDB has applied its own.
    func configure(_ options: SQLiteOptions, writes: Bool) throws(StorageError) {
        try run(
            """
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cell_size_check = ON;
            PRAGMA secure_delete = FAST;
            PRAGMA cache_size = -\(writes ? options.writerCache : options.readerCache);
            PRAGMA mmap_size = \(options.memoryMap * 1024);
            PRAGMA journal_size_limit = 67108864;
            """)
        if writes { try run("PRAGMA wal_autocheckpoint = \(options.checkpointPages)") }
        if writes && options.maximumPageCount > 0 {
            try run("PRAGMA max_page_count = \(options.maximumPageCount)")
        }
        guard try text("PRAGMA synchronous") == "2", try text("PRAGMA foreign_keys") == "1" else {
            throw .misuse("the connection does not keep its settings")
        }
    }
}

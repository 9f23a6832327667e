import Storage

extension SQLiteDatabase {
    /// Commits are not forced to the disk one by one, the cache is large, and the parts of the full-text index are
    /// merged once at the end. A power cut meanwhile may undo the last commits; it damages nothing.
    @discardableResult
    public func bulkLoad<Result>(_ body: () throws -> Result) throws -> Result {
        try withWriter { connection in
            try connection.handle.run(
                """
                PRAGMA synchronous = NORMAL;
                PRAGMA cache_size = -262144;
                PRAGMA wal_autocheckpoint = 16384;
                """)
        }
        do {
            try setMerging(automerge: 0, hashSize: 33_554_432)
            let result = try body()
            try finishBulkLoad()
            return result
        } catch {
            try? finishBulkLoad()
            throw error
        }
    }

    /// The full-text tables of the schema.
    func searchTables() throws -> [String] {
        try read { transaction in
            try transaction.column(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'")
        }
    }

    /// Undoes what a bulk load that was killed has left behind, and has an older program's index gathered as ours are.
    func restoreSearchSettings() throws {
        for name in try searchTables() {
            let merging = try read { transaction in
                try transaction.value(
                    SQL(trusted: "SELECT v FROM \"\(name)_config\" WHERE k = 'automerge'"), as: Int.self)
            }
            guard merging != SearchTables.partsToMerge else { continue }
            try write { transaction in
                if merging == 0 { try transaction.command("optimize", of: name) }
                try transaction.set("automerge", SearchTables.partsToMerge, of: name)
                try transaction.set("hashsize", 1_048_576, of: name)
            }
        }
    }

    /// Commits wait for the disk again even where there was no room to merge, which the next opening makes up for.
    private func finishBulkLoad() throws {
        let merging = Result {
            for name in try searchTables() { try write { try $0.command("optimize", of: name) } }
            try setMerging(automerge: SearchTables.partsToMerge, hashSize: 1_048_576)
        }
        try withWriter { try $0.handle.configure(options, writes: true) }
        try merging.get()
        try withWriter { try $0.handle.run("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA shrink_memory") }
    }

    /// How FTS5 gathers what is new: how many parts of an index it merges at once as it goes (0 for none), and how many
    /// bytes of new entries it keeps in memory before it writes them as another part.
    private func setMerging(automerge: Int, hashSize: Int) throws {
        for name in try searchTables() {
            try write { transaction in
                try transaction.set("automerge", automerge, of: name)
                try transaction.set("hashsize", hashSize, of: name)
            }
        }
    }
}

extension Transaction {
    /// Has FTS5 do something to one of its tables.
    fileprivate func command(_ command: String, of table: String) throws {
        try execute(SQL(trusted: "INSERT INTO \"\(table)\"(\"\(table)\") VALUES (?)", values: [.text(command)]))
    }

    /// Changes a lasting setting of an FTS5 table.
    fileprivate func set(_ setting: String, _ value: Int, of table: String) throws {
        try execute(
            SQL(
                trusted: "INSERT INTO \"\(table)\"(\"\(table)\", rank) VALUES (?, ?)",
                values: [.text(setting), .integer(Int64(value))]))
    }
}

import Storage

extension PostgresDatabase {
    /// Commits do not wait for the disk, statements may take as long as they need, and the full-text index of a
    /// collection that was empty is made once at the end. A power cut meanwhile may undo the last commits.
    @discardableResult
    public func bulkLoad<Result>(_ body: () throws -> Result) throws -> Result {
        let collections = knownMigrations.withLock { $0.searchCollections }
        let empty = try read { transaction in
            try collections.filter { collection in
                let table = SQL(trusted: "\"\(collection.name)\"")
                return try !transaction.exists("SELECT 1 FROM \(table) LIMIT 1")
            }
        }
        try withWriter {
            _ = try beginWriting(
                "SET synchronous_commit = off; SET statement_timeout = 0; SET maintenance_work_mem = '256MB'")
            for collection in empty {
                _ = try transact { try $0.run("DROP INDEX IF EXISTS \"\(SearchTables.index(of: collection))\"") }
            }
        }
        do {
            let result = try body()
            try finishBulkLoad(empty)
            return result
        } catch {
            try? finishBulkLoad(empty)
            throw error
        }
    }

    /// Commits wait for the disk again even where there is no room for the indexes, which the next opening makes.
    private func finishBulkLoad(_ collections: [SearchCollection]) throws {
        try withWriter {
            _ = try beginWriting(
                "SET synchronous_commit = on; SET statement_timeout = \(options.statementTimeout)")
            for collection in collections {
                _ = try transact(patience: 300_000) { try $0.execute(SearchTables.createIndex(collection)) }
            }
            _ = try beginWriting("RESET maintenance_work_mem")
            // The next commit that waits for the disk takes those before it along.
            _ = try transact { try $0.execute("UPDATE sync_meta SET clock = clock WHERE id = 1") }
        }
    }

    public func analyze() throws {
        try withWriter { _ = try beginWriting("SET statement_timeout = 0; ANALYZE") }
        try withWriter { _ = try beginWriting("SET statement_timeout = \(options.statementTimeout)") }
    }
}

import Storage

extension PostgresDatabase {
    @discardableResult
    public func migrate(_ migrations: [Migration], beforeChange: (_ from: Int) throws -> Void) throws -> [Int] {
        let known = try Self.lastNumber(of: migrations)
        knownMigrations.withLock { $0 = migrations }
        let found = try schemaVersion()
        guard found <= known else { throw StorageError.newerSchema(found: found, known: known) }
        if found > 0 { try restoreSearchIndexes(of: migrations.filter { $0.number <= found }) }
        let pending = migrations.filter { $0.number > found }
        guard !pending.isEmpty else { return [] }
        if found > 0 { try beforeChange(found) }
        let applied = try withWriter {
            try pending.filter { migration in
                try transact(patience: 300_000) { try $0.applyOnce(migration, known: known) }
            }.map(\.number)
        }
        if found > 0, !applied.isEmpty { try analyze() }
        return applied
    }

    public func schemaVersion() throws -> Int { try read { try $0.schemaVersion() } }

    private static func lastNumber(of migrations: [Migration]) throws(StorageError) -> Int {
        var last = 0
        for migration in migrations {
            guard migration.number > last else { throw .misuse("migration \(migration.number) is out of order") }
            last = migration.number
        }
        return last
    }

    /// Makes the full-text indexes that a bulk load which was killed has left away.
    private func restoreSearchIndexes(of migrations: [Migration]) throws {
        let collections = migrations.searchCollections
        let missing = try read { transaction in
            try collections.filter { collection in
                try !transaction.exists("SELECT 1 WHERE to_regclass(\(SearchTables.index(of: collection))) IS NOT NULL")
            }
        }
        for collection in missing {
            _ = try withWriter {
                try transact(patience: 300_000) { try $0.execute(SearchTables.createIndex(collection)) }
            }
        }
    }
}

extension Transaction {
    fileprivate func schemaVersion() throws -> Int {
        guard try exists("SELECT 1 WHERE to_regclass('schema_migration') IS NOT NULL") else { return 0 }
        return try value("SELECT coalesce(max(number), 0) FROM schema_migration") ?? 0
    }

    /// Answers `false` if another process has applied the migration meanwhile.
    fileprivate func applyOnce(_ migration: Migration, known: Int) throws -> Bool {
        let version = try schemaVersion()
        guard version <= known else { throw StorageError.newerSchema(found: version, known: known) }
        guard version < migration.number else { return false }
        if version == 0 { try makeClock() }
        for statement in migration.statements {
            try execute(SQL(trusted: TypeNames.postgres.replace(in: statement)))
        }
        for collection in migration.searchCollections {
            for statement in SearchTables.create(collection) { try execute(statement) }
        }
        try execute(
            """
            INSERT INTO schema_migration(number, name, applied_at) VALUES (\(migration.number), \(migration.name),
            CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint))
            """)
        return true
    }

    /// The list of what was applied; the clock that orders write transactions; and the epoch that tells a restored
    /// database from its past.
    private func makeClock() throws {
        try execute(
            """
            CREATE TABLE schema_migration(
                number bigint PRIMARY KEY, name text COLLATE "C" NOT NULL, applied_at bigint NOT NULL)
            """)
        try execute(
            """
            CREATE TABLE sync_meta(
                id bigint PRIMARY KEY CHECK (id = 1), clock bigint NOT NULL, epoch bytea NOT NULL)
            """)
        try execute("INSERT INTO sync_meta VALUES (1, 0, uuid_send(gen_random_uuid()))")
    }
}

import Storage

extension SQLiteDatabase {
    @discardableResult
    public func migrate(_ migrations: [Migration], beforeChange: (_ from: Int) throws -> Void) throws -> [Int] {
        let known = try Self.lastNumber(of: migrations)
        let found = try schemaVersion()
        guard found <= known else { throw StorageError.newerSchema(found: found, known: known) }
        try restoreSearchSettings()
        let pending = migrations.filter { $0.number > found }
        guard !pending.isEmpty else { return [] }
        if found > 0 { try beforeChange(found) }
        // Tables that others refer to can only be rebuilt while nobody watches the references; they are checked before
        // the commit instead.
        let applied = try withWriter { connection in
            try connection.handle.run("PRAGMA foreign_keys = OFF")
            defer { try? connection.handle.run("PRAGMA foreign_keys = ON") }
            return try pending.filter { migration in
                try transact(on: connection) { try $0.applyOnce(migration, known: known) }
            }.map(\.number)
        }
        // The planner takes an index that it knows nothing of for a very good one.
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
}

extension Transaction {
    fileprivate func schemaVersion() throws -> Int {
        guard try exists("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'") else {
            return 0
        }
        return try value("SELECT coalesce(max(number), 0) FROM schema_migration") ?? 0
    }

    /// Answers `false` if another process has applied the migration meanwhile.
    fileprivate func applyOnce(_ migration: Migration, known: Int) throws -> Bool {
        try execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration(
                number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL)
            """)
        let version = try schemaVersion()
        guard version <= known else { throw StorageError.newerSchema(found: version, known: known) }
        guard version < migration.number else { return false }
        try apply(migration)
        return true
    }

    private func apply(_ migration: Migration) throws {
        try makeClock()
        for statement in migration.statements {
            try execute(SQL(trusted: TypeNames.sqlite.replace(in: statement)))
        }
        for collection in migration.searchCollections {
            for statement in SearchTables.create(collection) { try execute(statement) }
        }
        let broken = try first("SELECT \"table\", parent FROM pragma_foreign_key_check") { columns in
            (try columns.next(String.self), try columns.next(String.self))
        }
        if let (table, parent) = broken {
            throw StorageError.constraint(.foreignKey, detail: "FOREIGN KEY constraint failed: \(table) → \(parent)")
        }
        try execute(
            """
            INSERT INTO schema_migration(number, name, applied_at)
            VALUES (\(migration.number), \(migration.name), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
            """)
    }

    /// The clock that orders write transactions, and the epoch that tells a restored database from its past.
    private func makeClock() throws {
        try execute(
            """
            CREATE TABLE IF NOT EXISTS sync_meta(
                id INTEGER PRIMARY KEY CHECK (id = 1), clock INTEGER NOT NULL, epoch BLOB NOT NULL)
            """)
        try execute("INSERT INTO sync_meta VALUES (1, 0, randomblob(16)) ON CONFLICT DO NOTHING")
    }
}

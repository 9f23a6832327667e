import Glibc
import Storage

extension PostgresDatabase {
    /// How far the clock is put ahead of both: others go on writing until the very moment of the change.
    private static let clockGap: Int64 = 1_000_000
    /// How often it is tried to have all tables alone for a moment.
    private static let attempts = 60
    /// What is behind the name of the workspace's schema in that of the schema where a copy is prepared.
    private static let stagingSuffix = "_restoring"

    /// The copy is read into a schema of its own, which nobody sees, and compared row by row. Then its tables take the
    /// places of the old ones in one transaction. Whatever interrupts it, the old tables stay as they were; what was
    /// read until then is cleared away by the next attempt. See docs/decisions/0160-restoring-on-postgresql.md.
    public func restore(from path: String) throws {
        guard let open = options.backupStore else {
            throw StorageError.misuse("no store was given that a backup could be read in")
        }
        let copy = try open(path)
        defer { try? copy.close() }
        let (schema, present) = try read { transaction in
            (
                try transaction.value("SELECT current_schema()", as: String.self) ?? "",
                try transaction.value("SELECT clock FROM sync_meta WHERE id = 1", as: Int64.self) ?? 0
            )
        }
        let staging = schema + Self.stagingSuffix
        let name = Connection.quoted(staging)
        try withWriter { _ = try beginWriting("CREATE SCHEMA IF NOT EXISTS \(name)") }
        var settings = options
        settings.schema = staging
        settings.statementTimeout = 0
        let prepared = try PostgresDatabase(address, options: settings)
        defer { try? prepared.close() }
        // One at a time; what another one has left behind is cleared away.
        guard try prepared.claim() else { throw StorageError.busy }
        defer { try? withWriter { _ = try beginWriting("DROP SCHEMA IF EXISTS \(name) CASCADE") } }
        try prepared.receive(copy, knownMigrations.withLock { $0 }, clockAfter: present + Self.clockGap)
        try putInPlace(SchemaSwap(from: staging, to: schema))
    }

    /// The schema that a restore has left which did not end; `nil` for none, and while one is at work: it holds the
    /// schema's lock (`claim`).
    func forsakenRestore() throws -> String? {
        try read { transaction in
            try transaction.value(
                """
                SELECT CAST(n.nspname AS text) FROM pg_namespace n WHERE n.nspname = current_schema() || \(Self.stagingSuffix)
                AND NOT EXISTS (
                    SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                    WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()
                    AND CAST(l.classid AS bigint) = \(Self.claimSpace)
                    AND CAST(l.objid AS bigint) = CAST(hashtext(n.nspname) AS bigint) & 4294967295)
                """, as: String.self)
        }
    }

    /// Fills an empty schema with everything that is in a copy.
    private func receive(_ copy: any Database, _ migrations: [Migration], clockAfter least: Int64) throws {
        try removeTables(of: migrations)
        let version = try copy.schemaVersion()
        let known = migrations.filter { $0.number <= version }
        try migrate(known) { _ in }
        _ = try StoreCopy(from: copy, to: self, collections: known.searchCollections).run()
        try write { transaction in
            try transaction.execute(
                """
                UPDATE sync_meta SET clock = greatest(clock + \(Self.clockGap), \(least)),
                epoch = uuid_send(gen_random_uuid()) WHERE id = 1
                """)
        }
        try analyze()
    }

    /// Everybody who reads is waited for; nobody waits for the swap longer than a moment at a time.
    private func putInPlace(_ swap: SchemaSwap) throws {
        for attempt in 1... {
            do {
                return try withWriter { try transact { try swap.run(in: $0) } }
            } catch let error as StorageError where error == .busy && attempt < Self.attempts {
                usleep(200_000)
            }
        }
    }
}

import Storage

extension PostgresDatabase {
    /// The first number of the locks by which schemas are taken; the second is the hash of the schema's name.
    static let claimSpace: Int64 = 1_380_994_132

    /// Takes the schema for whoever makes a workspace in it; `false` where somebody else does just now. It is let go
    /// when the database is closed.
    public func claim() throws -> Bool {
        try withWriter {
            let connection = try beginWriting("SELECT 1")
            let rows = try connection.start(
                SQL(trusted: "SELECT pg_try_advisory_lock(\(Self.claimSpace), hashtext(current_schema()))"))
            defer { try? rows.finish() }
            return try rows.next() && rows.integer(0) == 1
        }
    }

    /// Empties every table and sets the clock back, for tests that use one database after another. The user has to be a
    /// superuser, since references are not watched meanwhile.
    public func removeRows() throws {
        let collections = knownMigrations.withLock { $0.searchCollections.map(\.name) }
        let names = try tables().map(\.name) + collections
        let deletes = names.map { "DELETE FROM \"\($0)\"" }.joined(separator: "; ")
        try withWriter {
            try transact { transaction in
                try transaction.run(
                    """
                    SET LOCAL session_replication_role = replica; \(deletes);
                    INSERT INTO sync_meta VALUES (1, 0, uuid_send(gen_random_uuid()))
                    """)
            }
        }
    }

    /// Drops everything that `migrations` make.
    public func removeTables(of migrations: [Migration]) throws {
        let made = migrations.flatMap(\.statements).compactMap { statement -> String? in
            guard statement.hasPrefix("CREATE TABLE ") else { return nil }
            return String(statement.dropFirst("CREATE TABLE ".count).prefix { $0 != " " && $0 != "(" })
        }
        let names = made + migrations.searchCollections.map(\.name) + ["sync_meta", "schema_migration"]
        try withWriter {
            try transact { transaction in
                let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
                try transaction.run("DROP TABLE IF EXISTS \(list) CASCADE")
            }
        }
    }
}

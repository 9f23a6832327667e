import Storage

extension PostgresDatabase {
    public func tables() throws -> [StoredTable] {
        let hidden = knownMigrations.withLock { $0.searchCollections.map(\.name) } + ["schema_migration"]
        return try read { transaction in
            let columns = try transaction.all(
                """
                SELECT c.relname, a.attname, format_type(a.atttypid, NULL) FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = current_schema()::regnamespace
                AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT IN \(list: hidden)
                ORDER BY c.relname, a.attnum
                """
            ) { columns in
                (try columns.next(String.self), try columns.next(String.self), try columns.next(String.self))
            }
            var tables: [StoredTable] = []
            for (table, name, type) in columns {
                let column = StoredTable.Column(name, Self.kind(type))
                if let last = tables.last, last.name == table {
                    tables[tables.count - 1] = StoredTable(table, columns: last.columns + [column])
                } else {
                    tables.append(StoredTable(table, columns: [column]))
                }
            }
            return tables
        }
    }

    private static func kind(_ type: String) -> StoredTable.Kind {
        switch type {
        case "bigint": .integer
        case "double precision": .real
        case "uuid": .identifier
        case "bytea": .bytes
        default: .text
        }
    }

    /// Everything happens in one transaction, so that there is all of it or nothing. References and indexes are taken
    /// away before and made again after, which also checks them.
    @discardableResult
    public func fill<Result>(_ body: (any StoreFilling) throws -> Result) throws -> Result {
        let names = try tables().map(\.name) + knownMigrations.withLock { $0.searchCollections.map(\.name) }
        return try withWriter {
            try transact(patience: options.busyTimeout) { transaction in
                try transaction.run("SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL synchronous_commit = on")
                let rules = try SuspendedRules(in: transaction)
                try rules.drop(in: transaction)
                if !names.isEmpty {
                    try transaction.run("TRUNCATE \(names.map { "\"\($0)\"" }.joined(separator: ", "))")
                }
                let filler = PostgresFilling(transaction)
                let result = try body(filler)
                try filler.flush()
                try rules.restore(in: transaction)
                return result
            }
        }
    }
}

/// The foreign keys of a schema and those of its indexes that belong to no constraint.
private struct SuspendedRules {
    private let dropped: [String]
    private let made: [String]

    init(in transaction: PostgresTransaction) throws {
        let keys = try transaction.all(
            """
            SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace ORDER BY 1, 2
            """
        ) { columns in
            (try columns.next(String.self), try columns.next(String.self), try columns.next(String.self))
        }
        let indexes = try transaction.all(
            """
            SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype <> 'f') ORDER BY 1
            """
        ) { columns in (try columns.next(String.self), try columns.next(String.self)) }
        dropped =
            keys.map { "ALTER TABLE \"\($0.0)\" DROP CONSTRAINT \"\($0.1)\"" }
            + indexes.map { "DROP INDEX \"\($0.0)\"" }
        made =
            indexes.map(\.1)
            + keys.map { "ALTER TABLE \"\($0.0)\" ADD CONSTRAINT \"\($0.1)\" \($0.2)" }
    }

    func drop(in transaction: PostgresTransaction) throws { for command in dropped { try transaction.run(command) } }

    func restore(in transaction: PostgresTransaction) throws { for command in made { try transaction.run(command) } }
}

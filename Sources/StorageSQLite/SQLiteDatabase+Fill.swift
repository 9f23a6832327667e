import Storage

extension SQLiteDatabase {
    public func tables() throws -> [StoredTable] {
        try read { transaction in
            let names = try transaction.column(
                """
                SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'schema_migration' ORDER BY name
                """, as: String.self)
            return try names.map { name in
                let columns = try transaction.all("SELECT name, type FROM pragma_table_info(\(name)) ORDER BY cid") {
                    StoredTable.Column(try $0.next(), Self.kind(try $0.next()))
                }
                return StoredTable(name, columns: columns)
            }
        }
    }

    private static func kind(_ type: String) -> StoredTable.Kind {
        switch type.uppercased() {
        case "INTEGER": .integer
        case "REAL": .real
        case "TEXT": .text
        default: .blob
        }
    }

    /// Rows are committed some thousands at a time.
    @discardableResult
    public func fill<Result>(_ body: (any StoreFilling) throws -> Result) throws -> Result {
        let tables = try tables()
        return try bulkLoad {
            try withWriter { try $0.handle.run("PRAGMA foreign_keys = OFF") }
            defer { try? withWriter { try $0.handle.run("PRAGMA foreign_keys = ON") } }
            try write { transaction in
                for name in tables.map(\.name) + (try searchTables()) {
                    try transaction.execute(SQL(trusted: "DELETE FROM \"\(name)\""))
                }
            }
            let filler = SQLiteFilling(self)
            let result = try body(filler)
            try filler.flush()
            try requireWholeReferences()
            return result
        }
    }

    private func requireWholeReferences() throws {
        let broken = try read { transaction in
            try transaction.first("SELECT \"table\", parent FROM pragma_foreign_key_check") { columns in
                (try columns.next(String.self), try columns.next(String.self))
            }
        }
        if let (table, parent) = broken {
            throw StorageError.constraint(.foreignKey, detail: "FOREIGN KEY constraint failed: \(table) → \(parent)")
        }
    }
}

/// Gathers rows and writes them together.
private final class SQLiteFilling: StoreFilling {
    /// How many rows one transaction writes.
    private static let batch = 4_000
    private let database: SQLiteDatabase
    private var rows: [(table: StoredTable, values: [SQLValue])] = []
    private var documents: [(key: Int64, contents: [String], collection: SearchCollection)] = []
    private var statements: [String: String] = [:]

    init(_ database: SQLiteDatabase) { self.database = database }

    func insert(_ values: [SQLValue], into table: StoredTable) throws {
        rows.append((table, values))
        if rows.count >= Self.batch { try flush() }
    }

    func insert(_ key: Int64, contents: [String], into collection: SearchCollection) throws {
        documents.append((key, contents, collection))
        if documents.count >= Self.batch { try flush() }
    }

    func flush() throws {
        guard !rows.isEmpty || !documents.isEmpty else { return }
        try database.write { transaction in
            for row in rows {
                try transaction.execute(SQL(trusted: statement(row.table), values: row.values))
            }
            for document in documents {
                try transaction.search.replace(document.key, in: document.collection, contents: document.contents)
            }
        }
        rows.removeAll(keepingCapacity: true)
        documents.removeAll(keepingCapacity: true)
    }

    private func statement(_ table: StoredTable) -> String {
        if let known = statements[table.name] { return known }
        let columns = table.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = "INSERT INTO \"\(table.name)\" (\(columns)) VALUES (\(marks))"
        statements[table.name] = statement
        return statement
    }
}

import Storage

extension PostgresDatabase {
    /// With the extension `amcheck` PostgreSQL's own check of every table and index; without it every row is read once,
    /// which finds pages that are torn (where the cluster keeps checksums) and values that cannot be read. Beyond that
    /// every reference is followed, and the words of each full-text document are compared with its texts.
    public func integrityProblems(limit: Int) throws -> [String] {
        let limit = max(limit, 1)
        var problems = try structureProblems(limit: limit)
        if problems.isEmpty {
            problems = try brokenReferences(limit: limit).map { broken in
                "\(broken.table) row \(broken.row) refers to a row of \(broken.parent) that is not there"
            }
        }
        if problems.isEmpty {
            for collection in knownMigrations.withLock({ $0.searchCollections }) {
                problems += try read { try wordProblems(of: collection, limit: limit, in: $0) }
            }
        }
        return Array(problems.prefix(limit))
    }

    /// What is wrong with the tables and indexes of the schema.
    func structureProblems(limit: Int) throws -> [String] {
        let hasAmcheck = try read { try $0.exists("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'") }
        var problems: [String] = []
        for relation in try relations() where problems.count < limit {
            do {
                problems += try read { transaction in
                    switch relation.kind {
                    case "r" where hasAmcheck: try pageProblems(relation, limit - problems.count, transaction)
                    case "r": try readAll(relation, transaction)
                    case "i" where hasAmcheck && relation.method == "btree": try checkIndex(relation, transaction)
                    default: []
                    }
                }
            } catch StorageError.corrupt(let detail) {
                problems.append("\(relation.name): \(detail)")
            }
        }
        return problems
    }

    private struct Relation {
        let number: Int64
        let name: String
        /// `r` for a table, `i` for an index.
        let kind: String
        let method: String
    }

    private func relations() throws -> [Relation] {
        try read { transaction in
            try transaction.all(
                """
                SELECT c.oid, c.relname, CAST(c.relkind AS text), a.amname FROM pg_class c JOIN pg_am a ON a.oid = c.relam
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'i') ORDER BY c.relname
                """
            ) { columns in
                Relation(
                    number: try columns.next(), name: try columns.next(), kind: try columns.next(),
                    method: try columns.next())
            }
        }
    }

    private func pageProblems(_ table: Relation, _ limit: Int, _ transaction: any Transaction) throws -> [String] {
        try transaction.all(
            "SELECT blkno, msg FROM verify_heapam(CAST(CAST(\(table.number) AS oid) AS regclass)) LIMIT \(limit)"
        ) { columns in "\(table.name), page \(try columns.next(Int64.self)): \(try columns.next(String.self))" }
    }

    private func readAll(_ table: Relation, _ transaction: any Transaction) throws -> [String] {
        _ = try transaction.exists(SQL(trusted: "SELECT sum(length(CAST(t AS text))) FROM \"\(table.name)\" t"))
        return []
    }

    private func checkIndex(_ index: Relation, _ transaction: any Transaction) throws -> [String] {
        _ = try transaction.exists("SELECT bt_index_check(CAST(CAST(\(index.number) AS oid) AS regclass), true)")
        return []
    }

    /// References to rows that are not there, which the server itself never lets come about.
    func brokenReferences(limit: Int) throws -> [BrokenReference] {
        try read { transaction in
            let keys = try transaction.all(
                """
                SELECT child.relname, a.attname, parent.relname, b.attname FROM pg_constraint k
                JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
                WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace ORDER BY 1, 2
                """
            ) { columns in try (0..<4).map { _ in try columns.next(String.self) } }
            var broken: [BrokenReference] = []
            for key in keys where broken.count < limit {
                let parts = key.map { SQL(trusted: "\"\($0)\"") }
                let rows = try transaction.column(
                    """
                    SELECT CAST(c.ctid AS text) FROM \(parts[0]) c WHERE c.\(parts[1]) IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM \(parts[2]) p WHERE p.\(parts[3]) = c.\(parts[1]))
                    LIMIT \(limit - broken.count)
                    """, as: String.self)
                broken += rows.map { BrokenReference(table: key[0], row: $0, parent: key[2]) }
            }
            return broken
        }
    }

    /// Documents whose words are not those of their texts.
    func wordProblems(of collection: SearchCollection, limit: Int, in transaction: any Transaction) throws -> [String] {
        var problems: [String] = []
        let columns = SQL(trusted: collection.fields.indices.map(SearchTables.column).joined(separator: ", "))
        let table = SQL(trusted: "\"\(collection.name)\"")
        try transaction.forEach("SELECT id, array_to_string(tsvector_to_array(words), ' '), \(columns) FROM \(table)") {
            row in
            let contents = collection.fields.indices.map { row.text($0 + 2) }
            if Set(row.text(1).split(separator: " ").map(String.init)) != Set(DocumentWords.list(contents)) {
                problems.append("\(collection.name): the words of document \(row.integer(0)) are not those of its text")
            }
            return problems.count < limit
        }
        return problems
    }
}

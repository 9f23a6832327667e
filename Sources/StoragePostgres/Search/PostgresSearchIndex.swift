import Storage

/// Full-text search through `tsvector`.
struct PostgresSearchIndex: SearchIndex {
    let transaction: PostgresTransaction

    func replace(_ key: Int64, in collection: SearchCollection, contents: [String]) throws {
        guard contents.count == collection.fields.count else {
            throw StorageError.misuse("\(collection.name) has \(collection.fields.count) fields, not \(contents.count)")
        }
        let columns = contents.indices.map(SearchTables.column)
        let marks = String(repeating: "?, ", count: contents.count)
        let updates = columns.map { "\($0) = excluded.\($0), " }.joined()
        try transaction.enqueue(
            SQL(
                trusted: """
                    INSERT INTO "\(collection.name)" (id, \(columns.joined(separator: ", ")), words)
                    VALUES (?, \(marks)array_to_tsvector(string_to_array(?, ' ')))
                    ON CONFLICT (id) DO UPDATE SET \(updates)words = excluded.words
                    """,
                values: [.integer(key)] + contents.map { .text(storable($0)) } + [.text(DocumentWords.text(contents))]))
    }

    func remove(_ key: Int64, from collection: SearchCollection) throws {
        try transaction.enqueue(
            SQL(trusted: "DELETE FROM \"\(collection.name)\" WHERE id = ?", values: [.integer(key)]))
    }

    func forEachDocument(in collection: SearchCollection, _ body: (Int64, [String]) throws -> Void) throws {
        let columns = collection.fields.indices.map(SearchTables.column).joined(separator: ", ")
        try transaction.forEach(SQL(trusted: "SELECT id, \(columns) FROM \"\(collection.name)\"")) { row in
            try body(row.integer(0), collection.fields.indices.map { row.text($0 + 1) })
            return true
        }
    }

    func documents(_ keys: ClosedRange<Int64>, in collection: SearchCollection) throws -> [Int64: [String]] {
        let columns = SQL(trusted: collection.fields.indices.map(SearchTables.column).joined(separator: ", "))
        var documents: [Int64: [String]] = [:]
        try transaction.forEach(
            """
            SELECT id, \(columns) FROM \(SQL(trusted: "\"\(collection.name)\""))
            WHERE id BETWEEN \(keys.lowerBound) AND \(keys.upperBound)
            """
        ) { row in
            documents[row.integer(0)] = collection.fields.indices.map { row.text($0 + 1) }
            return true
        }
        return documents
    }

    func match(_ query: SearchQuery, in collection: SearchCollection) -> SearchMatch {
        let table = SQL(trusted: "\"\(collection.name)\"")
        return SearchMatch(
            table: table, condition: QueryText(collection: collection).condition(query) ?? "1 = 0", key: "\(table).id")
    }

    /// Text as the server takes it: it knows no NUL.
    private func storable(_ text: String) -> String {
        text.utf8.contains(0) ? String(text.unicodeScalars.filter { $0 != "\0" }.map(Character.init)) : text
    }
}

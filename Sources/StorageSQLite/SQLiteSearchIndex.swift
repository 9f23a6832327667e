import Storage

/// Full-text search through FTS5.
struct SQLiteSearchIndex: SearchIndex {
    let transaction: SQLiteTransaction

    func replace(_ key: Int64, in collection: SearchCollection, contents: [String]) throws {
        try put(key, "INSERT OR REPLACE", collection, contents)
    }

    /// FTS5 refuses a key that is there, without looking for it first.
    func add(_ key: Int64, to collection: SearchCollection, contents: [String]) throws {
        try put(key, "INSERT", collection, contents)
    }

    func add(_ documents: [NewDocument], to collection: SearchCollection) throws {
        let text = statement("INSERT", collection)
        for document in documents { try put(document.key, text: text, collection, document.contents) }
    }

    private func put(_ key: Int64, _ verb: String, _ collection: SearchCollection, _ contents: [String]) throws {
        try put(key, text: statement(verb, collection), collection, contents)
    }

    private func put(_ key: Int64, text: String, _ collection: SearchCollection, _ contents: [String]) throws {
        guard contents.count == collection.fields.count else {
            throw StorageError.misuse("\(collection.name) has \(collection.fields.count) fields, not \(contents.count)")
        }
        var values: [SQLValue] = []
        values.reserveCapacity(contents.count + 1)
        values.append(.integer(key))
        for content in contents { values.append(.text(content)) }
        try transaction.execute(SQL(trusted: text, values: values))
    }

    private func statement(_ verb: String, _ collection: SearchCollection) -> String {
        let columns = collection.fields.map { "\"\($0)\"" }.joined(separator: ", ")
        let marks = String(repeating: ", ?", count: collection.fields.count)
        return "\(verb) INTO \"\(collection.name)\"(rowid, \(columns)) VALUES (?\(marks))"
    }

    func remove(_ key: Int64, from collection: SearchCollection) throws {
        try transaction.execute(
            SQL(trusted: "DELETE FROM \"\(collection.name)\" WHERE rowid = ?", values: [.integer(key)]))
    }

    func forEachDocument(in collection: SearchCollection, _ body: (Int64, [String]) throws -> Void) throws {
        let columns = collection.fields.map { "\"\($0)\"" }.joined(separator: ", ")
        try transaction.forEach(SQL(trusted: "SELECT rowid, \(columns) FROM \"\(collection.name)\"")) { row in
            try body(row.integer(0), collection.fields.indices.map { row.text($0 + 1) })
            return true
        }
    }

    func documents(_ keys: ClosedRange<Int64>, in collection: SearchCollection) throws -> [Int64: [String]] {
        let columns = SQL(trusted: collection.fields.map { "\"\($0)\"" }.joined(separator: ", "))
        var documents: [Int64: [String]] = [:]
        try transaction.forEach(
            """
            SELECT rowid, \(columns) FROM \(SQL(trusted: "\"\(collection.name)\""))
            WHERE rowid BETWEEN \(keys.lowerBound) AND \(keys.upperBound)
            """
        ) { row in
            documents[row.integer(0)] = collection.fields.indices.map { row.text($0 + 1) }
            return true
        }
        return documents
    }

    func match(_ query: SearchQuery, in collection: SearchCollection) -> SearchMatch {
        let expression = MatchExpression(collection: collection, words: PrefixWords(transaction, collection))
        let table = SQL(trusted: collection.name)
        let condition: SQL =
            if let text = expression.text(query) { "\(table) MATCH \(text)" } else { "1 = 0" }
        return SearchMatch(table: table, condition: condition, key: "\(table).rowid")
    }
}

import Storage

/// The table behind a full-text collection: the documents as they came (`c0`, `c1` … in the order of the fields), and
/// their words as a `tsvector` with an index.
enum SearchTables {
    static func index(of collection: SearchCollection) -> String { collection.name + "_words" }

    static func column(_ field: Int) -> String { "c\(field)" }

    static func create(_ collection: SearchCollection) -> [SQL] {
        let columns = collection.fields.indices.map { "\(column($0)) text COLLATE \"C\" NOT NULL" }
        return [
            SQL(
                trusted: """
                    CREATE TABLE "\(collection.name)" (id bigint PRIMARY KEY, \(columns.joined(separator: ", ")),
                    words tsvector NOT NULL)
                    """),
            // Which words are frequent decides between the two ways to find the newest documents.
            SQL(trusted: "ALTER TABLE \"\(collection.name)\" ALTER COLUMN words SET STATISTICS 1000"),
            createIndex(collection),
        ]
    }

    /// New words go into the index at once: a list of pending ones would be read by every search.
    static func createIndex(_ collection: SearchCollection) -> SQL {
        SQL(
            trusted: """
                CREATE INDEX IF NOT EXISTS "\(index(of: collection))" ON "\(collection.name)" USING gin (words)
                WITH (fastupdate = off)
                """)
    }
}

import Storage

/// The tables behind a full-text collection: an FTS5 table that keeps the documents, and a view of its words.
enum SearchTables {
    /// The name of the table that lists the words of a collection.
    static func words(of collection: SearchCollection) -> String { collection.name + "_words" }

    /// How many parts of an index FTS5 merges at once as it goes. With its own 4, an import spends much of SQLite's time
    /// on merging (docs/decisions/0200-what-an-import-costs.md).
    static let partsToMerge = 8

    /// Only separators (spaces) divide words; everything else, such as the `+` of `c++`, belongs to them. Nothing asks
    /// for a rank, so no column sizes are kept. Prefixes of one to four characters have an index of their own; the
    /// reasons are in docs/decisions/0020-full-text-search.md.
    static func create(_ collection: SearchCollection) -> [SQL] {
        let columns = collection.fields.map { "\"\($0)\"" }.joined(separator: ", ")
        return [
            SQL(
                trusted: """
                    CREATE VIRTUAL TABLE "\(collection.name)" USING fts5(
                        \(columns), tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'",
                        prefix = '1 2 3 4', columnsize = 0)
                    """),
            SQL(
                trusted: "INSERT INTO \"\(collection.name)\"(\"\(collection.name)\", rank) VALUES ('automerge', ?)",
                values: [.integer(Int64(partsToMerge))]),
            SQL(
                trusted: """
                    CREATE VIRTUAL TABLE "\(words(of: collection))" USING fts5vocab("\(collection.name)", instance)
                    """),
        ]
    }
}

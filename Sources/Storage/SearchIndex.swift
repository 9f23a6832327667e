/// A full-text collection: documents named by a whole number that the engine gives them, with named fields of words.
public struct SearchCollection: Sendable, Hashable {
    /// The table's name, such as `candidate_search`.
    public let name: String
    /// Field names in order, such as `["name", "headline", "skills"]`.
    public let fields: [String]

    public init(_ name: String, fields: [String]) {
        self.name = name
        self.fields = fields
    }
}

/// What somebody is looking for, in words already folded as the index keeps them.
public indirect enum SearchQuery: Sendable, Hashable {
    /// A whole word, in one of `fields` or, for none, anywhere.
    case word(String, fields: [String] = [])
    /// A word that begins so.
    case prefix(String, fields: [String] = [])
    /// Words in a row.
    case phrase([String], fields: [String] = [])
    case all([SearchQuery])
    case any([SearchQuery])
    /// What matches the first and not the second.
    case except(SearchQuery, SearchQuery)
}

/// The full-text index of one database. Words come in folded and separated by spaces (`SearchWords`), so that every
/// database finds the same.
public protocol SearchIndex {
    /// Puts a document in, or replaces it. `contents` has one text a field of the collection.
    func replace(_ key: Int64, in collection: SearchCollection, contents: [String]) throws
    /// Puts in a document that is not there yet, which spares looking for it.
    func add(_ key: Int64, to collection: SearchCollection, contents: [String]) throws
    /// Puts in many documents that are not there yet.
    func add(_ documents: [NewDocument], to collection: SearchCollection) throws
    func remove(_ key: Int64, from collection: SearchCollection) throws

    /// Calls `body` with each document of a collection, as it was put in.
    func forEachDocument(in collection: SearchCollection, _ body: (Int64, [String]) throws -> Void) throws

    /// The documents with these keys, as they were put in.
    func documents(_ keys: ClosedRange<Int64>, in collection: SearchCollection) throws -> [Int64: [String]]

    /// The pieces of a query that joins the matches: `FROM` gives a table, `condition` the match, `key` the column to
    /// join with and to order by. Ordering by `key` and limiting touches only what it returns. The pieces are for the
    /// transaction that made them: a prefix may have been expanded into the words that it knows.
    func match(_ query: SearchQuery, in collection: SearchCollection) -> SearchMatch
}

extension SearchIndex {
    public func add(_ key: Int64, to collection: SearchCollection, contents: [String]) throws {
        try replace(key, in: collection, contents: contents)
    }

    public func add(_ documents: [NewDocument], to collection: SearchCollection) throws {
        for document in documents { try add(document.key, to: collection, contents: document.contents) }
    }
}

/// A document for a full-text index.
public struct NewDocument: Sendable {
    public var key: Int64
    /// One text a field of the collection.
    public var contents: [String]

    public init(_ key: Int64, _ contents: [String]) {
        self.key = key
        self.contents = contents
    }
}

public struct SearchMatch: Sendable {
    public let table: SQL
    public let condition: SQL
    public let key: SQL

    public init(table: SQL, condition: SQL, key: SQL) {
        self.table = table
        self.condition = condition
        self.key = key
    }
}

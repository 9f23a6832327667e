/// A look at a database that writes nothing to it, however damaged it is. It needs no current schema.
public protocol StoreInspection: AnyObject {
    /// Runs `body` on a snapshot.
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// The number of the last migration applied; 0 for what is no workspace.
    func schemaVersion() throws -> Int

    /// What the database's own check finds wrong with the pages, the tables and their indexes; empty for a whole one.
    func fileProblems(limit: Int) throws -> [String]

    /// References to rows that are not there.
    func brokenReferences(limit: Int) throws -> [BrokenReference]

    /// Compares the documents of `collection` with the rows of `table` that `condition` chooses, named by their
    /// `row_no`; and the index with its documents. At most `limit` rows are named each.
    func compare(
        _ collection: SearchCollection, with table: SQL, where condition: SQL, limit: Int
    ) throws -> SearchComparison

    /// What an interrupted restore has left in the database, by its names; empty while one is at work.
    func restoreLeftovers() throws -> [RestoreLeftover]

    /// What after a table's name keeps a query off its indexes, which may be what is damaged.
    var withoutIndexes: SQL { get }
}

/// Something in a database that an interrupted restore has left there and that nothing needs.
public struct RestoreLeftover: Sendable, Hashable {
    /// What it is called in the database.
    public let name: String
    /// The statement that removes it.
    public let removal: String

    public init(name: String, removal: String) {
        self.name = name
        self.removal = removal
    }
}

/// A row that refers to one that is not there.
public struct BrokenReference: Sendable, Hashable {
    public let table: String
    /// The row as the database itself names it.
    public let row: String
    /// The table that lacks the row which is referred to.
    public let parent: String

    public init(table: String, row: String, parent: String) {
        self.table = table
        self.row = row
        self.parent = parent
    }
}

/// How a full-text collection compares with the rows that it is made from.
public struct SearchComparison: Sendable {
    public let documents: Int
    /// Rows without a document.
    public var missing: [Int64]
    /// Documents without a row.
    public var stray: [Int64]
    /// Whether the index has exactly the words of the documents.
    public let indexAgrees: Bool

    public init(documents: Int, missing: [Int64], stray: [Int64], indexAgrees: Bool) {
        self.documents = documents
        self.missing = missing
        self.stray = stray
        self.indexAgrees = indexAgrees
    }

    /// Whether documents and rows go together, and the index has all their words.
    public var isWhole: Bool { missing.isEmpty && stray.isEmpty && indexAgrees }

    /// Compares the keys of a table of documents (`documents`, whose column `key` names the row).
    public static func between(
        _ documents: SQL, _ key: SQL, and table: SQL, where condition: SQL, limit: Int, indexAgrees: Bool,
        in transaction: any Transaction
    ) throws -> SearchComparison {
        let missing = try transaction.column(
            """
            SELECT row_no FROM \(table) WHERE \(condition)
            AND NOT EXISTS (SELECT 1 FROM \(documents) d WHERE d.\(key) = row_no) ORDER BY row_no LIMIT \(limit)
            """, as: Int64.self)
        let stray = try transaction.column(
            """
            SELECT d.\(key) FROM \(documents) d
            WHERE NOT EXISTS (SELECT 1 FROM \(table) WHERE row_no = d.\(key) AND \(condition))
            ORDER BY d.\(key) LIMIT \(limit)
            """, as: Int64.self)
        let count: Int = try transaction.value("SELECT COUNT(*) FROM \(documents)") ?? 0
        return SearchComparison(documents: count, missing: missing, stray: stray, indexAgrees: indexAgrees)
    }
}

/// What `Database.fill` lends: rows go in as they are, in any order of the tables.
public protocol StoreFilling: AnyObject {
    /// Adds a row of a table, with a value for each of its columns in their order.
    func insert(_ values: [SQLValue], into table: StoredTable) throws
    /// Adds a document of a full-text collection.
    func insert(_ key: Int64, contents: [String], into collection: SearchCollection) throws
    /// Makes everything that was added readable for `Database.read` of the same thread.
    func flush() throws
}

/// One database, open. Several threads and several processes may use it at once.
public protocol Database: Sendable {
    /// Runs `body` on a snapshot. Readers never wait for a writer.
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Runs `body` in a write transaction that begins at once (`BEGIN IMMEDIATE`), commits when `body` returns and is
    /// undone when it throws. When this returns, what was written survives a power cut.
    @discardableResult
    func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Brings the schema up to the last of `migrations`. Answers the numbers that were applied. Throws
    /// `StorageError.newerSchema` if the database is ahead of the program. `beforeChange` runs once before the first
    /// of them on a database that already has a schema (the caller makes its backup there).
    @discardableResult
    func migrate(_ migrations: [Migration], beforeChange: (_ from: Int) throws -> Void) throws -> [Int]

    /// The number of the last migration applied; 0 for an empty database.
    func schemaVersion() throws -> Int

    /// A consistent copy, made while others write.
    func backup(to path: String) throws

    /// Replaces everything by what is in a copy that `backup(to:)` made, at once for everybody who has the database open:
    /// each reader sees either all of the old or all of the new, and after an error all of the old is there. The clock
    /// goes on from the larger of the two, so that nobody takes something changed for unchanged, and the epoch is a new
    /// one, by which those who keep a copy of the rows know that the past was changed.
    func restore(from path: String) throws

    /// How large the database is.
    func measurements() throws -> DatabaseMeasurements

    /// What the database's own check finds wrong with the file; empty for a whole one.
    func integrityProblems(limit: Int) throws -> [String]

    /// Turns settings on that make one long load by a single process fast at the price of others' waiting
    /// (a large cache, no synchronous commit), runs `body`, and turns them off again with everything safely on disk.
    @discardableResult
    func bulkLoad<Result>(_ body: () throws -> Result) throws -> Result

    /// The tables that hold the workspace: not the full-text collections, nor the list of migrations.
    func tables() throws -> [StoredTable]

    /// Empties a store whose schema is made and fills it anew, in whatever order rows come; references are checked at the
    /// end. Where `body` throws PostgreSQL has what was there before; a SQLite file is then to be thrown away.
    @discardableResult
    func fill<Result>(_ body: (any StoreFilling) throws -> Result) throws -> Result

    /// Gathers the statistics that the query planner needs. Run after large loads.
    func analyze() throws

    /// Ends all connections. Later calls fail.
    func close() throws
}

import Storage

/// What can be tuned of a PostgreSQL database.
public struct PostgresOptions: Sendable {
    /// How many connections read at once; more readers wait for one of them.
    public var maximumReaders = 4
    /// How long a writer waits for another one, and anybody for a free connection, before the answer is
    /// `StorageError.busy`, in milliseconds.
    public var busyTimeout = 5_000
    /// The longest that one statement may take, in milliseconds; loads and changes of the schema are not held to it.
    public var statementTimeout = 60_000
    /// How long a connection is tried for again after the server went away, in milliseconds: a restart takes a moment.
    public var reconnectTimeout = 5_000
    /// How many prepared statements each connection keeps.
    public var statementCacheSize = 192
    /// Opens a store in a file: an empty one, into which `Database.backup` copies everything, or a copy that is put back;
    /// `nil` where no backup is made.
    public var backupStore: (@Sendable (_ path: String) throws -> any Database)?

    /// The schema whose tables are used, where it is not the first of the connection's search path.
    var schema: String?

    public init() {}
}

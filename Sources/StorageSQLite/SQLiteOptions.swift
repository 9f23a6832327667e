/// What can be tuned of a SQLite database; the defaults keep a workstation with a million rows under 60 MB.
public struct SQLiteOptions: Sendable {
    /// Page cache of the connection that writes, in KiB.
    public var writerCache = 8_192
    /// Page cache of each connection that reads, in KiB.
    public var readerCache = 3_072
    /// How many connections read at once; more readers wait for one of them.
    public var maximumReaders = 2
    /// How much of the file each connection maps into memory, in KiB. Mapped pages count as resident memory, so the
    /// default is none.
    public var memoryMap = 0
    /// How long a writer waits for another one before it answers `StorageError.busy`, in milliseconds.
    public var busyTimeout = 5_000
    /// How many prepared statements each connection keeps.
    public var statementCacheSize = 96
    /// How many pages of the write-ahead log are gathered before they go into the file.
    public var checkpointPages = 1_000
    /// The most pages the file may have; 0 for no limit. Tests use it to fill the disk.
    public var maximumPageCount = 0

    public init() {}

    /// For a program that writes many rows and then ends: a cache that holds the pages which all of them change, and a
    /// log that lets these be written once for many commits. Every commit is as durable as ever.
    public mutating func expectManyRows() {
        writerCache = 32_768
        checkpointPages = 8_192
    }
}

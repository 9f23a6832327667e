import GRDB
import Glibc
import Storage

extension SQLiteDatabase {
    /// How far the clock is put ahead of both: others go on writing until the very moment of the change.
    private static let clockGap: Int64 = 1_000_000

    /// SQLite's backup interface, the other way round: the pages of the copy are written in one transaction of the
    /// file, which other processes may have open.
    public func restore(from path: String) throws {
        let prepared = self.path + ".restoring"
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(prepared + suffix) }
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(prepared + suffix) } }
        let present: Int64 = try read { try $0.value("SELECT clock FROM sync_meta WHERE id = 1") } ?? 0
        do {
            try PrivateFile.create(prepared)
            let source = try Connection(path: path, options: options, writes: false)
            defer { source.close() }
            let copy = try DatabaseQueue(path: prepared)
            defer { try? copy.close() }
            try source.backup(to: copy)
            try copy.inDatabase { database in
                try database.execute(
                    sql: "UPDATE sync_meta SET clock = max(clock, ?) + ?, epoch = randomblob(16) WHERE id = 1",
                    arguments: [present, Self.clockGap])
            }
            try putInPlace(copy)
        } catch let error as DatabaseError {
            throw StorageError(code: error.extendedResultCode.rawValue, detail: error.message ?? "\(error)")
        }
        readers.refresh()
    }

    /// The writer of this process waits; writers of others are waited for.
    private func putInPlace(_ copy: DatabaseQueue) throws {
        try withWriter { _ in
            var configuration = Configuration()
            configuration.busyMode = .timeout(Double(options.busyTimeout) / 1_000)
            let target = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? target.close() }
            try copy.backup(to: target)
        }
    }
}

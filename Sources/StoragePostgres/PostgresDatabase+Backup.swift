import Glibc
import Storage

extension PostgresDatabase {
    /// A copy of the whole database on one snapshot, in a file of its own kind (`PostgresOptions.backupStore`),
    /// compared row by row when it is made. See docs/decisions/0100-postgresql.md for why it is no `pg_dump`.
    public func backup(to path: String) throws {
        guard let open = options.backupStore else {
            throw StorageError.misuse("no store was given that a backup could be made in")
        }
        let partial = path + ".partial"
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(partial + suffix) }
        do {
            let store = try open(partial)
            do {
                let version = try schemaVersion()
                let migrations = knownMigrations.withLock { $0 }.filter { $0.number <= version }
                try store.migrate(migrations) { _ in }
                _ = try StoreCopy(from: self, to: store, collections: migrations.searchCollections).run()
            } catch {
                try? store.close()
                throw error
            }
            try store.close()
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] { unlink(partial + suffix) }
            throw error
        }
        guard rename(partial, path) == 0 else {
            throw StorageError.other(code: Int(errno), detail: "\(path): \(String(cString: strerror(errno)))")
        }
        try Self.synchronize(path)
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        try Self.synchronize(folder.isEmpty ? "/" : folder)
    }

    /// Forces a file, or the names in a folder, to the disk.
    private static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { Glibc.close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw StorageError.other(code: Int(errno), detail: "\(path): \(String(cString: strerror(errno)))")
        }
    }
}

import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import Synchronization

/// A store for one test: a file in a folder, or a database of the server that `TestServer.shared` names. Migrations run
/// once in a process for each schema; what they make is copied. Copied files have the same epoch.
public final class TestStore: Sendable {
    public let database: any Database
    private let folder: URL
    private let migrations: [Migration]
    private let lent: TestServer.Ready?
    /// The files that migrations have made, by these.
    private static let made = Mutex<[String: StoreContents]>([:])

    /// Opens a new store with the schema of `migrations`, and with what is in `contents` of a store with that schema.
    public init(folder: URL, migrations: [Migration], like contents: StoreContents? = nil) throws {
        self.folder = folder
        self.migrations = migrations
        if let server = TestServer.shared {
            var options = PostgresOptions()
            options.backupStore = { try SQLiteDatabase(path: $0) }
            let taken = try server.take(migrations, options: options)
            lent = taken
            database = taken.database
            if case .rows(let tables, let clock) = contents {
                try StoreContents.put(tables, clock: clock, into: database)
            }
        } else {
            lent = nil
            let path = folder.appendingPathComponent("workspace.db").path
            if case .file(let file) = try contents ?? Self.contents(migrations) {
                guard
                    FileManager.default.createFile(
                        atPath: path, contents: file, attributes: [.posixPermissions: 0o600])
                else { throw CocoaError(.fileWriteUnknown) }
            }
            database = try SQLiteDatabase(path: path)
        }
    }

    deinit {
        if let lent {
            TestServer.shared?.put(lent, migrations)
        } else {
            try? database.close()
        }
    }

    /// Everything that is in it now.
    public func contents() throws -> StoreContents {
        lent == nil
            ? try .file(of: database, in: folder) : try .rows(of: database, migrations)
    }

    private static func contents(_ migrations: [Migration]) throws -> StoreContents {
        try made.withLock { made in
            let key = TestServer.key(migrations)
            if let known = made[key] { return known }
            let contents = try StoreContents.file(migrations)
            made[key] = contents
            return contents
        }
    }
}

import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// A store for one test: a file in a folder, or a database of the server that `TestServer.shared` names.
public final class TestStore: Sendable {
    public let database: any Database
    private let migrations: [Migration]
    private let lent: TestServer.Ready?

    /// Opens a new store with the schema of `migrations`.
    public init(folder: URL, migrations: [Migration]) throws {
        self.migrations = migrations
        if let server = TestServer.shared {
            var options = PostgresOptions()
            options.backupStore = { try SQLiteDatabase(path: $0) }
            let taken = try server.take(migrations, options: options)
            lent = taken
            database = taken.database
        } else {
            lent = nil
            database = try SQLiteDatabase(path: folder.appendingPathComponent("workspace.db").path)
            try database.migrate(migrations) { _ in }
        }
    }

    deinit {
        if let lent {
            TestServer.shared?.put(lent, migrations)
        } else {
            try? database.close()
        }
    }
}

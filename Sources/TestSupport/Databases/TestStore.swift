import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// A store for one test: a file in a folder, or a database of the server that `TestServer.shared` names.
public struct TestStore: Sendable {
    public let database: any Database
    /// What has to stay until the test is over.
    private let keeper: TestDatabase?

    /// Opens a new store with the schema of `migrations`.
    public init(folder: URL, migrations: [Migration]) throws {
        if let server = TestServer.shared {
            let made = try server.makeDatabase(migrations)
            keeper = made
            var options = PostgresOptions()
            options.makeBackupStore = { try SQLiteDatabase(path: $0) }
            database = try PostgresDatabase(made.address, options: options)
        } else {
            keeper = nil
            database = try SQLiteDatabase(path: folder.appendingPathComponent("workspace.db").path)
        }
        try database.migrate(migrations) { _ in }
    }
}

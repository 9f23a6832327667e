import Storage
import StoragePostgres
import StorageSQLite
import TestSupport
import Testing

@Suite("Storage conformance, SQLite")
struct SQLiteConformanceTests {
    @Test(arguments: StorageConformance.checks)
    func conforms(_ check: StorageCheck) throws {
        let folder = try TemporaryFolder()
        try check.run(on: folder.fixture)
    }
}

@Suite("Storage conformance, PostgreSQL", .enabled(if: TestServer.shared != nil, "RPLUS_TEST_DATABASE names no server"))
struct PostgresConformanceTests {
    @Test(arguments: StorageConformance.checks)
    func conforms(_ check: StorageCheck) throws {
        let server = try #require(TestServer.shared)
        let folder = try TemporaryFolder()
        let made = try server.makeDatabase()
        var options = PostgresOptions()
        options.backupStore = { try SQLiteDatabase(path: $0) }
        let fixture = StorageFixture(
            folder: folder.path, makeDatabase: { [options] in try PostgresDatabase(made.address, options: options) },
            openBackup: { try SQLiteDatabase(path: $0) })
        try check.run(on: fixture)
    }
}

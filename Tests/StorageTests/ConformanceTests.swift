import Storage
import StorageSQLite
import TestSupport
import Testing

@Suite("Storage conformance, SQLite")
struct StorageTests {
    @Test(arguments: StorageConformance.checks)
    func conforms(_ check: StorageCheck) throws {
        let folder = try TemporaryFolder()
        try check.run(on: folder.fixture)
    }
}

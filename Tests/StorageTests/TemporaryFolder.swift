import Foundation
import Storage
import StorageSQLite
import TestSupport

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/storage-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    /// A store for the conformance suite.
    var fixture: StorageFixture {
        let path = path
        return StorageFixture(
            folder: path, makeDatabase: { try SQLiteDatabase(path: path + "/store.db") },
            openBackup: { try SQLiteDatabase(path: $0) })
    }

    /// A database with one table, `word(id, text)`.
    func database(_ options: SQLiteOptions = SQLiteOptions()) throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: file("words.db"), options: options)
        try database.migrate([
            Migration(
                1, "words", statements: ["CREATE TABLE word(id {integer} PRIMARY KEY, text {text} NOT NULL)"],
                searchCollections: [SearchCollection("word_search", fields: ["text"])])
        ]) { _ in }
        return database
    }
}

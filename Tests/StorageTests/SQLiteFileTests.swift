import Foundation
import Storage
import StorageSQLite
import Testing

@Suite("SQLite: settings and files")
struct SQLiteFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func setting(_ name: String, _ transaction: any Transaction) throws -> String? {
        try transaction.value(SQL(trusted: "SELECT * FROM pragma_\(name)"))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func expectDurable(_ database: SQLiteDatabase) throws {
        for look in [database.read, database.write] as [((any Transaction) throws -> [String?]) throws -> [String?]] {
            let found = try look { transaction in
                try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "temp_store"].map {
                    try setting($0, transaction)
                }
            }
            #expect(found == ["wal", "2", "1", "5000", "2"])
        }
    }

    @Test func `every connection keeps a log, forces commits and watches references`() throws {
        try expectDurable(try folder.database())
    }

    @Test func `the settings are back after migrations and a bulk load`() throws {
        let database = try folder.database()
        try database.bulkLoad {}
        try expectDurable(database)
    }

    @Test func `the planner knows the indexes of a migration`() throws {
        let first = Migration(1, "words", statements: ["CREATE TABLE word (id {integer} PRIMARY KEY, text {text})"])
        let second = Migration(2, "by text", statements: ["CREATE INDEX word_text ON word (text)"])
        let database = try SQLiteDatabase(path: folder.file("planned.db"))
        try database.migrate([first]) { _ in }
        try database.write { transaction in
            for text in ["a", "b", "b"] { try transaction.execute("INSERT INTO word (text) VALUES (\(text))") }
        }
        try database.migrate([first, second]) { _ in }
        let known: String? = try database.read { try $0.value("SELECT stat FROM sqlite_stat1 WHERE idx = 'word_text'") }
        #expect(known == "3 2")
    }

    @Test func `files and folders are for their owner only`() throws {
        let path = folder.file("new/deeper/store.db")
        let database = try SQLiteDatabase(path: path)
        try database.write { _ = try $0.execute("CREATE TABLE word(text TEXT)") }
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(path + suffix) == 0o600) }
        #expect(try mode(folder.file("new")) == 0o700)
        #expect(try mode(folder.file("new/deeper")) == 0o700)
        try database.backup(to: folder.file("copies/copy.db"))
        #expect(try mode(folder.file("copies/copy.db")) == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("copies")) == ["copy.db"])
    }

    @Test func `closing leaves one file`() throws {
        let database = try folder.database()
        _ = try database.read { try $0.exists("SELECT 1 FROM word") }
        try database.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["words.db"])
    }

    @Test func `what was written is there when opened again`() throws {
        var database: SQLiteDatabase? = try folder.database()
        try database?.write { _ = try $0.execute("INSERT INTO word VALUES (1, 'kept')") }
        database = nil
        let text = try folder.database().read { try $0.value("SELECT text FROM word", as: String.self) }
        #expect(text == "kept")
    }

    @Test func `an epoch is made once`() throws {
        func epoch(_ database: SQLiteDatabase) throws -> [UInt8]? {
            try database.read { try $0.value("SELECT epoch FROM sync_meta") }
        }
        let first = try epoch(try folder.database())
        #expect(first?.count == 16)
        #expect(try epoch(try folder.database()) == first)
    }
}

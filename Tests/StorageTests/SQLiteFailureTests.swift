import Foundation
import Storage
import StorageSQLite
import Testing

@Suite("SQLite: failures")
struct SQLiteFailureTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func fill(_ database: SQLiteDatabase, _ count: Int) throws {
        try database.write { transaction in
            for number in 0..<count {
                let text = String(repeating: "w\(number) ", count: 100)
                try transaction.execute("INSERT INTO word(text) VALUES (\(text))")
                try transaction.search.replace(
                    Int64(number), in: SearchCollection("word_search", fields: ["text"]), contents: [text])
            }
        }
    }

    @Test func `a torn page is found`() throws {
        let database = try folder.database()
        try fill(database, 500)
        #expect(try database.integrityProblems(limit: 5) == [])
        try database.close()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.file("words.db")))
        let size = try handle.seekToEnd()
        for page in stride(from: UInt64(8), to: size / 4096, by: 9) {
            try handle.seek(toOffset: page * 4096)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 512))
        }
        try handle.close()
        let problems = try SQLiteDatabase(path: folder.file("words.db")).integrityProblems(limit: 5)
        #expect(!problems.isEmpty)
        #expect(problems.count <= 5)
    }

    @Test func `a search index that has lost a document is found`() throws {
        let database = try folder.database()
        try fill(database, 3)
        try database.write { _ = try $0.execute("DELETE FROM word_search_content WHERE id = 1") }
        let problems = try database.integrityProblems(limit: 5)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("word_search: ") == true)
    }

    @Test func `a broken reference is found`() throws {
        let database = try folder.database()
        try database.write { transaction in
            try transaction.execute("CREATE TABLE child(word INTEGER REFERENCES word(id) DEFERRABLE)")
        }
        try database.close()
        try shell("PRAGMA foreign_keys = OFF; INSERT INTO child VALUES (77)")
        let problems = try SQLiteDatabase(path: folder.file("words.db")).integrityProblems(limit: 5)
        #expect(problems == ["child row 1 refers to a row of word that is not there"])
    }

    private func shell(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["sqlite3", folder.file("words.db"), sql]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func `a file that is no database is refused`() throws {
        try Data("this is a letter, not a database; ".utf8 + [UInt8](repeating: 65, count: 4096))
            .write(to: URL(fileURLWithPath: folder.file("letter.db")))
        #expect { _ = try SQLiteDatabase(path: folder.file("letter.db")) } throws: { error in
            guard case StorageError.corrupt = error else { return false }
            return true
        }
    }

    @Test func `a full disk is told, undone, and survived`() throws {
        var options = SQLiteOptions()
        options.maximumPageCount = 60
        let database = try folder.database(options)
        try fill(database, 10)
        #expect(throws: StorageError.full) { try fill(database, 2_000) }
        #expect(throws: StorageError.full) {
            try database.write { transaction in
                for _ in 0..<2_000 {
                    // Whoever does not look must not have half of it committed.
                    _ = try? transaction.execute(
                        "INSERT INTO word(text) VALUES (\(String(repeating: "x", count: 999)))")
                }
            }
        }
        let count = try database.read { try $0.value("SELECT count(*) FROM word", as: Int.self) }
        #expect(count == 10)
        #expect(try database.integrityProblems(limit: 5) == [])
    }

    @Test func `after a bulk load on a full disk commits wait for the disk again`() throws {
        var options = SQLiteOptions()
        options.maximumPageCount = 120
        let database = try folder.database(options)
        func synchronous() throws -> Int? { try database.write { try $0.value("PRAGMA synchronous", as: Int.self) } }
        let usual = try synchronous()
        try fill(database, 10)
        #expect(throws: StorageError.full) {
            try database.bulkLoad {
                #expect(try synchronous() != usual)
                try fill(database, 4_000)
            }
        }
        // As long as there is no room.
        #expect(throws: StorageError.full) {
            try database.bulkLoad {
                while true { try fill(database, 5) }
            }
        }
        #expect(try synchronous() == usual)
    }

    @Test func `a lock that is not let go is told as busy`() throws {
        var options = SQLiteOptions()
        options.busyTimeout = 30
        let (here, there) = (try folder.database(options), try folder.database(options))
        try here.write { _ in
            #expect(throws: StorageError.busy) { try there.write { _ in } }
        }
        try there.write { _ = try $0.execute("INSERT INTO word VALUES (1, 'after')") }
    }

    @Test func `two statements in one are refused`() throws {
        let database = try folder.database()
        #expect(throws: StorageError.self) {
            try database.write { _ = try $0.execute("DELETE FROM word; DELETE FROM word") }
        }
        #expect(throws: StorageError.self) {
            try database.read { _ = try $0.exists(SQL(trusted: "SELECT ?", values: [])) }
        }
    }
}

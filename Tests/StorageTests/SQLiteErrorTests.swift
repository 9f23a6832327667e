import Storage
import Testing

@testable import StorageSQLite

@Suite("SQLite: errors")
struct SQLiteErrorTests {
    /// `SQLITE_IOERR_SHMSIZE`: there is no room for the file that programs share, which is how a workspace on a full disk
    /// refuses to open.
    @Test func `no room for the shared file is a full disk`() {
        #expect(StorageError(code: 4_874, detail: "disk I/O error") == .full)
        #expect(StorageError(code: 13, detail: "database or disk is full") == .full)
        #expect(StorageError(code: 266, detail: "disk I/O error") == .other(code: 266, detail: "disk I/O error"))
    }

    @Test func `an error put into a text is words`() {
        let errors: [(StorageError, String)] = [
            (.other(code: 266, detail: "disk I/O error"), "disk I/O error (266)"),
            (.corrupt(detail: "database disk image is malformed"), "database disk image is malformed"),
            (.full, "the disk is full"), (.unexpectedValue(column: 2, expected: "text"), "column 2 does not hold text"),
        ]
        for (error, words) in errors { #expect("\(error)" == words) }
    }
}

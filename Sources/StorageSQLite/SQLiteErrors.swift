import GRDBSQLite
import Glibc
import Storage

extension StorageError {
    /// The storage error for a SQLite result code and the words of the connection that answered it.
    init(code: Int32, detail: String) {
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: self = .constraint(Self.constraint(code), detail: detail)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy
        case SQLITE_FULL: self = .full
        // The file that programs share beside the database (`-shm`) found no room: SQLite gives it its size when it opens.
        case SQLITE_IOERR where code == Self.sharedMemorySize: self = .full
        case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: self = .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(detail: detail)
        default: self = .other(code: Int(code), detail: detail)
        }
    }

    /// The error that `handle` has just met. A quota that is used up, and a file that may grow no further, are a full
    /// disk by another name: SQLite tells only of `ENOSPC` as one.
    init(code: Int32, on handle: OpaquePointer) {
        // A file that cannot be made for want of room is one that cannot be opened.
        if [SQLITE_IOERR, SQLITE_CANTOPEN].contains(code & 0xFF),
            Self.systemErrors(of: handle).contains(where: [EFBIG, EDQUOT, ENOSPC].contains)
        {
            self = .full
            return
        }
        self.init(code: code, detail: String(cString: sqlite3_errmsg(handle)))
    }

    /// What the system said last to the connection, to its log and to its database: by the time a commit has been
    /// undone, the first may be about something else.
    private static func systemErrors(of handle: OpaquePointer) -> [Int32] {
        var errors = [sqlite3_system_errno(handle)]
        var file: UnsafeMutablePointer<sqlite3_file>?
        for which in [SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER] {
            guard sqlite3_file_control(handle, "main", which, &file) == SQLITE_OK, let file,
                let methods = file.pointee.pMethods
            else { continue }
            var last: Int32 = 0
            if methods.pointee.xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &last) == SQLITE_OK { errors.append(last) }
        }
        return errors
    }

    /// `SQLITE_IOERR_SHMSIZE`, which as a macro that is computed Swift does not see.
    private static let sharedMemorySize: Int32 = SQLITE_IOERR | 19 << 8

    /// The answer to every call after `close()`.
    static let closed = misuse("the database is closed")

    /// A call that the caller should not have made.
    static func misuse(_ detail: String) -> StorageError { .other(code: Int(SQLITE_MISUSE), detail: detail) }

    private static func constraint(_ code: Int32) -> Constraint {
        switch code >> 8 {
        case 8, 6, 10: .unique  // UNIQUE, PRIMARYKEY, ROWID
        case 3: .foreignKey
        case 5: .notNull
        case 1: .check
        default: .other
        }
    }
}

import Domain
import GRDBSQLite

/// A prepared statement that is used again and again.
final class RawStatement {
    private let connection: RawConnection
    private let statement: OpaquePointer

    init(_ sql: String, on connection: RawConnection) throws {
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw BenchProblem("\(connection.message): \(sql)") }
        self.statement = statement
        self.connection = connection
    }

    deinit { sqlite3_finalize(statement) }

    @discardableResult
    func bind(_ position: Int32, _ number: Int64?) -> RawStatement {
        if let number {
            sqlite3_bind_int64(statement, position, number)
        } else {
            sqlite3_bind_null(statement, position)
        }
        return self
    }

    @discardableResult
    func bind(_ position: Int32, _ text: String) -> RawStatement {
        sqlite3_bind_text(statement, position, text, -1, transient)
        return self
    }

    @discardableResult
    func bind(_ position: Int32, _ bytes: [UInt8]) -> RawStatement {
        sqlite3_bind_blob(statement, position, bytes, Int32(bytes.count), transient)
        return self
    }

    @discardableResult
    func bind<Entity>(_ position: Int32, _ id: Identifier<Entity>?) -> RawStatement {
        guard let id else {
            sqlite3_bind_null(statement, position)
            return self
        }
        var words = (id.high.bigEndian, id.low.bigEndian)
        _ = withUnsafeBytes(of: &words) { sqlite3_bind_blob(statement, position, $0.baseAddress, 16, transient) }
        return self
    }

    /// Goes to the next row; `false` at the end.
    func step() throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw BenchProblem(connection.message) }
        return false
    }

    /// Runs to the end and makes it ready to run again.
    func run() throws {
        while try step() {}
        reset()
    }

    func reset() { sqlite3_reset(statement) }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    /// Touches every column of the row the way a program that prints it would, and answers how many bytes there are.
    func touch() -> Int {
        var bytes = 0
        for column in 0..<sqlite3_column_count(statement) {
            switch sqlite3_column_type(statement, column) {
            case SQLITE_INTEGER: bytes += sqlite3_column_int64(statement, column) == 0 ? 1 : 8
            case SQLITE_FLOAT: bytes += sqlite3_column_double(statement, column) == 0 ? 1 : 8
            case SQLITE_NULL: break
            default:
                if sqlite3_column_blob(statement, column) != nil {
                    bytes += Int(sqlite3_column_bytes(statement, column))
                }
            }
        }
        return bytes
    }
}

/// Tells SQLite to copy what is bound.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

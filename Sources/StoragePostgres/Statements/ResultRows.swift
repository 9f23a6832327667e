import CPostgres
import Storage

/// The rows of a running query, one at a time as they come from the server, and the current one of them.
///
/// The connection can carry nothing else meanwhile; if something else is asked of it, the rows that are left are
/// taken into memory first.
final class ResultRows: Row {
    private let functions: CPostgresLibrary
    private let connection: OpaquePointer
    private var current: OpaquePointer?
    /// Rows that had to be taken in before their turn, the next one last.
    private var waiting: [OpaquePointer] = []
    /// What ended the query badly after the rows that are waiting.
    private var failure: StorageError?
    private(set) var isComplete = false
    /// How many rows the statement has changed, once it is complete.
    private(set) var changed = 0

    init(_ functions: CPostgresLibrary, _ connection: OpaquePointer) {
        self.functions = functions
        self.connection = connection
    }

    deinit {
        clear(current)
        for row in waiting { clear(row) }
    }

    /// Goes to the next row; `false` at the end.
    func next() throws(StorageError) -> Bool {
        clear(current)
        current = nil
        if let row = waiting.popLast() {
            current = row
            return true
        }
        if let failure { throw failure }
        current = try receive()
        return current != nil
    }

    /// Takes the rest of the answer in, so that the connection is free.
    func takeRest() {
        guard !isComplete else { return }
        var rows: [OpaquePointer] = []
        do throws(StorageError) {
            while let row = try receive() { rows.append(row) }
        } catch {
            failure = error
        }
        waiting = rows.reversed() + waiting
    }

    /// Passes the rest of the answer by. Throws what the query ended with.
    func finish() throws(StorageError) {
        for row in waiting { clear(row) }
        waiting = []
        if let failure { throw failure }
        while let row = try receive() { clear(row) }
    }

    private func receive() throws(StorageError) -> OpaquePointer? {
        guard !isComplete else { return nil }
        guard let result = functions.nextResult(connection) else {
            isComplete = true
            return nil
        }
        switch functions.resultStatus(result) {
        case Int32(CPOSTGRES_SINGLE_TUPLE): return result
        case Int32(CPOSTGRES_TUPLES_OK), Int32(CPOSTGRES_COMMAND_OK):
            changed = functions.changedRows(result)
            clear(result)
            complete()
            return nil
        default:
            let error = functions.error(result, connection)
            clear(result)
            complete()
            throw error
        }
    }

    /// The end of an answer is a result that is none.
    private func complete() {
        while let more = functions.nextResult(connection) { clear(more) }
        isComplete = true
    }

    private func clear(_ result: OpaquePointer?) { if let result { functions.clear(result) } }

    // MARK: Row

    var columnCount: Int { Int(functions.columnCount(current)) }

    func isNull(_ column: Int) -> Bool { functions.isNull(current, 0, Int32(column)) != 0 }

    private func contents(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: functions.value(current, 0, Int32(column)), count: Int(functions.length(current, 0, Int32(column))))
    }

    private func type(_ column: Int) -> UInt32 { functions.columnType(current, Int32(column)) }

    func integer(_ column: Int) -> Int64 {
        let contents = contents(column)
        guard !contents.isEmpty else { return 0 }
        switch type(column) {
        case TypeNumber.integer64: return Int64(bigEndian: contents.loadUnaligned(as: Int64.self))
        case TypeNumber.integer32: return Int64(Int32(bigEndian: contents.loadUnaligned(as: Int32.self)))
        case TypeNumber.integer16: return Int64(Int16(bigEndian: contents.loadUnaligned(as: Int16.self)))
        case TypeNumber.object: return Int64(UInt32(bigEndian: contents.loadUnaligned(as: UInt32.self)))
        case TypeNumber.boolean: return Int64(contents[0])
        case TypeNumber.decimal: return Decimal(contents).integer
        case TypeNumber.real64, TypeNumber.real32: return Int64(exactly: real(column).rounded(.towardZero)) ?? 0
        case TypeNumber.text, TypeNumber.varyingText: return Int64(text(column)) ?? 0
        default: return 0
        }
    }

    func real(_ column: Int) -> Double {
        let contents = contents(column)
        guard !contents.isEmpty else { return 0 }
        switch type(column) {
        case TypeNumber.real64: return Double(bitPattern: UInt64(bigEndian: contents.loadUnaligned(as: UInt64.self)))
        case TypeNumber.real32:
            return Double(Float(bitPattern: UInt32(bigEndian: contents.loadUnaligned(as: UInt32.self))))
        case TypeNumber.decimal: return Decimal(contents).real
        case TypeNumber.text, TypeNumber.varyingText: return Double(text(column)) ?? 0
        default: return Double(integer(column))
        }
    }

    func text(_ column: Int) -> String {
        switch type(column) {
        case TypeNumber.text, TypeNumber.varyingText, TypeNumber.name, TypeNumber.character:
            return String(decoding: contents(column), as: UTF8.self)
        case TypeNumber.real64, TypeNumber.real32: return isNull(column) ? "" : "\(real(column))"
        case TypeNumber.integer64, TypeNumber.integer32, TypeNumber.integer16, TypeNumber.boolean, TypeNumber.decimal:
            return isNull(column) ? "" : "\(integer(column))"
        default: return ""
        }
    }

    func bytes(_ column: Int) -> [UInt8] { Array(contents(column)) }

    func identifier(_ column: Int) -> (high: UInt64, low: UInt64)? {
        let contents = contents(column)
        guard type(column) == TypeNumber.uuid, contents.count == 16 else { return nil }
        return (
            UInt64(bigEndian: contents.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: contents.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    func value(_ column: Int) -> SQLValue {
        guard !isNull(column) else { return .null }
        switch type(column) {
        case TypeNumber.integer64, TypeNumber.integer32, TypeNumber.integer16, TypeNumber.boolean, TypeNumber.object:
            return .integer(integer(column))
        case TypeNumber.real64, TypeNumber.real32, TypeNumber.decimal: return .real(real(column))
        case TypeNumber.uuid:
            return identifier(column).map { .identifier(high: $0.high, low: $0.low) } ?? .null
        case TypeNumber.bytes: return .bytes(bytes(column))
        default: return .text(text(column))
        }
    }
}

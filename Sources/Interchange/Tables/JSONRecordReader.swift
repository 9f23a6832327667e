import Domain
import JSON

/// Reads JSON records one at a time: JSON Lines, an array of objects, or objects one after the other.
struct JSONRecordReader {
    enum Form {
        /// An object a line.
        case lines
        /// One array of objects.
        case array
        /// Objects that span lines, one after the other; mostly a single one.
        case documents
    }

    private var window: ByteWindow
    private let form: Form
    private let recordsPath: String?
    private let limits: TableLimits
    private var started = false
    private var ended = false
    private var closed = false
    /// Records that were found inside the last document.
    private var inner: [(line: Int, value: JSONValue)] = []

    init(_ window: ByteWindow, form: Form, recordsPath: String?, limits: TableLimits) {
        self.window = window
        self.form = form
        self.recordsPath = recordsPath
        self.limits = limits
    }

    /// The next record, or what is wrong with it; nil at the end.
    mutating func next() throws -> Result<TableRecord, RecordProblem>? {
        if let found = inner.popLast() { return record(found.value, line: found.line) }
        if ended { return nil }
        return form == .lines ? try nextLine() : try nextElement()
    }

    private mutating func nextLine() throws -> Result<TableRecord, RecordProblem>? {
        while true {
            let line = window.line
            guard let end = try lineEnd() else {
                try window.skipLine(from: window.start)
                return .failure(RecordProblem(line: line, message: TableLimits.rowTooLong(limits.rowBytes)))
            }
            guard end > window.start || !window.isAtEnd else { return nil }
            let bytes = Array(window.bytes[window.start..<end])
            window.advance(to: end)
            if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
            return parse(bytes, line: line)
        }
    }

    /// Behind the next line feed, or the end of the file; nil where the line is too long.
    private mutating func lineEnd() throws -> Int? {
        var searched = window.start
        while true {
            if let newline = window.bytes[searched...].firstIndex(of: 0x0A) {
                return newline - window.start > limits.rowBytes ? nil : newline + 1
            }
            searched = window.count
            if window.count - window.start > limits.rowBytes { return nil }
            if try !window.fill() { return window.count }
        }
    }

    private mutating func nextElement() throws -> Result<TableRecord, RecordProblem>? {
        guard try skipSeparators() else {
            ended = true
            let isOpen = form == .array && !closed
            return isOpen ? .failure(RecordProblem(line: window.line, message: Self.cutOff)) : nil
        }
        let line = window.line
        guard let end = try elementEnd() else {
            ended = true
            return .failure(RecordProblem(line: line, message: Self.endless(elementBound)))
        }
        let bytes = Array(window.bytes[window.start..<end])
        window.advance(to: end)
        return parse(bytes, line: line)
    }

    /// A document that holds a list of records may be larger than one record.
    private var elementBound: Int { recordsPath == nil ? limits.rowBytes : limits.rowBytes * 16 }

    private mutating func skipSeparators() throws -> Bool {
        while true {
            while window.start < window.count {
                let byte = window.bytes[window.start]
                if byte == 0x5D, form == .array {
                    window.advance(to: window.start + 1)
                    closed = true
                    return false
                }
                let isOpening = byte == 0x5B && form == .array && !started
                guard byte <= 0x20 || byte == 0x2C || isOpening else { return true }
                if isOpening { started = true }
                window.advance(to: window.start + 1)
            }
            if try !window.fill() { return false }
        }
    }

    /// Where the value that begins here ends.
    private mutating func elementEnd() throws -> Int? {
        var depth = 0
        var inString = false
        var escaped = false
        var offset = 0
        while true {
            let index = window.start + offset
            if index >= window.count {
                if try !window.fill() { return depth == 0 && !inString && offset > 0 ? index : nil }
                continue
            }
            if offset > elementBound { return nil }
            let byte = window.bytes[index]
            offset += 1
            if inString {
                if escaped {
                    escaped = false
                } else if byte == 0x5C {
                    escaped = true
                } else if byte == 0x22 {
                    inString = false
                }
                continue
            }
            switch byte {
            case 0x22: inString = true
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                if depth == 0 { return index }
                depth -= 1
                if depth == 0 { return index + 1 }
            case 0x2C where depth == 0: return index
            default: break
            }
        }
    }

    private mutating func parse(_ bytes: [UInt8], line: Int) -> Result<TableRecord, RecordProblem> {
        do {
            let value = try JSONValue(parsing: bytes)
            if let recordsPath, value.objectValue != nil {
                if let items = Self.walk(value, recordsPath)?.arrayValue {
                    inner = items.reversed().map { (line, $0) }
                    if let first = inner.popLast() { return record(first.value, line: line) }
                    return .failure(RecordProblem(line: line, message: Self.emptyList(recordsPath)))
                }
                return .failure(RecordProblem(line: line, message: Self.noList(recordsPath)))
            }
            return record(value, line: line)
        } catch {
            return .failure(RecordProblem(line: line, message: Self.notJSON(error)))
        }
    }

    private static func walk(_ value: JSONValue, _ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(value)) { $0?[String($1)] }
    }

    private func record(_ value: JSONValue, line: Int) -> Result<TableRecord, RecordProblem> {
        guard let object = value.objectValue else {
            return .failure(RecordProblem(line: line, message: Self.noObject))
        }
        return .success(
            TableRecord(line: line, fields: object.map { TableRecord.Field(name: $0.key, value: $0.value) }))
    }
}

import Domain
import Foundation
import JSON

/// Reads the records of a file one at a time: CSV in its many forms, JSON Lines, or a JSON array.
///
///     var reader = try RecordReader(path: "people.csv")
///     while let result = try reader.next() {
///         switch result {
///         case .success(let record): …
///         case .failure(let problem): print("line \(problem.line): \(problem.message.english)")
///         }
///     }
///
/// Memory stays the same however long the file is. A bad row is a `.failure`, and the next call goes on behind it; an
/// error is thrown only where the file as a whole cannot be read.
public struct RecordReader {
    /// What a file turned out to be.
    public enum Format: Sendable, Equatable {
        case delimited(Character)
        case jsonLines
        case json
    }

    private enum Reader {
        case delimited(CSVReader)
        case json(JSONRecordReader)
    }

    /// How the file is written.
    public let format: Format
    /// The names in the heading of CSV; none for JSON, whose records bring their own.
    public let columns: [String]
    private var reader: Reader

    /// Opens a file. `recordsPath` leads to the list of records inside a JSON document, such as `ads` or `@graph`.
    public init(path: String, recordsPath: String? = nil, limits: TableLimits = TableLimits()) throws {
        try self.init(try ByteSource(path: path), recordsPath: recordsPath, limits: limits)
    }

    /// Reads from memory.
    public init(data: Data, recordsPath: String? = nil, limits: TableLimits = TableLimits()) throws {
        try self.init(ByteSource(data: data), recordsPath: recordsPath, limits: limits)
    }

    init(_ source: ByteSource, recordsPath: String?, limits: TableLimits) throws {
        var window = ByteWindow(source)
        while window.count < 64 * 1_024, try window.fill() {}
        let head = window.bytes.prefix(64 * 1_024)
        guard let first = head.first(where: { $0 > 0x20 }) else { throw TableError.empty }
        if first == 0x7B || first == 0x5B {
            let form = Self.form(of: head, first)
            format = form == .lines ? .jsonLines : .json
            columns = []
            reader = .json(JSONRecordReader(window, form: form, recordsPath: recordsPath, limits: limits))
            return
        }
        let (delimiter, isDeclared) = Self.delimiter(of: head)
        if isDeclared { try window.skipLine(from: window.start) }
        format = .delimited(Character(Unicode.Scalar(delimiter)))
        var rows = CSVReader(window, delimiter: delimiter, limits: limits)
        switch try rows.next() {
        case nil: throw TableError.empty
        case .bad(let problem): throw problem
        case .cells(_, let names):
            if names.count > limits.columns { throw TableError.tooManyColumns(limits.columns) }
            columns = Self.distinct(names)
        }
        reader = .delimited(rows)
    }

    /// The next record, or what is wrong with it; nil at the end of the file.
    public mutating func next() throws -> Result<TableRecord, RecordProblem>? {
        switch reader {
        case .json(var records):
            let result = try records.next()
            reader = .json(records)
            return result
        case .delimited(var rows):
            let row = try rows.next()
            reader = .delimited(rows)
            switch row {
            case nil: return nil
            case .bad(let problem): return .failure(problem)
            case .cells(let line, let cells): return record(cells, line: line)
            }
        }
    }

    private func record(_ cells: [String], line: Int) -> Result<TableRecord, RecordProblem> {
        let surplus = cells.dropFirst(columns.count)
        guard cells.count >= columns.count, surplus.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) else {
            let message = Phrase(
                en: "The row has \(cells.count) cells; the heading has \(columns.count).",
                fr: "La ligne a \(cells.count) cellules ; l’en-tête en a \(columns.count).")
            return .failure(RecordProblem(line: line, message: message))
        }
        let fields = zip(columns, cells).map { name, cell in
            TableRecord.Field(name: name, value: .string(CSVWriter.rearmed(TextDecoding.tidy(cell))))
        }
        return .success(TableRecord(line: line, fields: fields))
    }

    /// Excel writes `sep=;` on a line before the heading.
    private static func delimiter(of head: ArraySlice<UInt8>) -> (delimiter: UInt8, isDeclared: Bool) {
        let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
        if line.count == 5, line.starts(with: Array("sep=".utf8)), let last = line.last { return (last, true) }
        return (DelimiterSniffer.delimiter(of: head), false)
    }

    private static func form(of head: ArraySlice<UInt8>, _ first: UInt8) -> JSONRecordReader.Form {
        if first == 0x5B { return .array }
        let line = head.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }
        // A line that ends as it began is a record of its own, even where it is not quite JSON.
        let last = line.last { $0 > 0x20 }
        return last == 0x7D || line.count == head.count ? .lines : .documents
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: [String: Int] = [:]
        return names.enumerated().map { index, name in
            let name = TextDecoding.tidy(name).trimmed
            let base = name.isEmpty ? "column \(index + 1)" : name
            seen[base, default: 0] += 1
            let count = seen[base] ?? 1
            return count == 1 ? base : "\(base) (\(count))"
        }
    }
}

import Domain
import Foundation

/// Reads comma-separated rows (RFC 4180 and its many relatives) in constant memory.
///
/// A quote that is never closed costs its own line only: reading goes on with the line after it.
struct CSVReader {
    /// One row, or what is wrong with it.
    enum Row: Equatable {
        case cells(line: Int, [String])
        case bad(RecordProblem)
    }

    private var window: ByteWindow
    private let delimiter: UInt8
    private let limits: TableLimits
    private var rewinds = 0

    private static let quote: UInt8 = 0x22
    private static let newline: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    /// A file with more broken quotes than this is no longer searched line by line, which would take too long.
    private static let mostRewinds = 50

    private static let openQuote = Phrase(
        en: "A quotation mark is opened and never closed.", fr: "Un guillemet est ouvert et jamais fermé.")

    init(_ window: ByteWindow, delimiter: UInt8, limits: TableLimits = TableLimits()) {
        self.window = window
        self.delimiter = delimiter
        self.limits = limits
    }

    /// The next row that is not blank, or nil at the end.
    mutating func next() throws -> Row? {
        while true {
            if window.start == window.count, try !window.fill() { return nil }
            let line = window.line
            switch try scan() {
            case .cells(let cells, let end):
                window.advance(to: end)
                if cells.count == 1, cells[0].allSatisfy(\.isWhitespace) { continue }
                return .cells(line: line, cells)
            case .tooLong(let end, let what):
                try window.skipLine(from: end)
                return .bad(RecordProblem(line: line, message: what))
            case .openQuote(let end):
                rewinds += 1
                try window.skipLine(from: rewinds > Self.mostRewinds ? end : window.start)
                return .bad(RecordProblem(line: line, message: Self.openQuote))
            }
        }
    }

    private enum Scan {
        case cells([String], end: Int)
        case tooLong(end: Int, Phrase)
        case openQuote(end: Int)
    }

    private mutating func scan() throws -> Scan {
        var cells: [String] = []
        var cell: [UInt8] = []
        var offset = 0
        var quoted = false
        var cellBegins = true
        var lines = 0
        while true {
            let index = window.start + offset
            if index >= window.count {
                if try window.fill() { continue }
                if quoted { return .openQuote(end: index) }
                cells.append(TextDecoding.text(of: cell))
                return .cells(cells, end: index)
            }
            if offset >= limits.rowBytes || lines > limits.quotedLines {
                if quoted { return .openQuote(end: index) }
                return .tooLong(end: index, TableLimits.rowTooLong(limits.rowBytes))
            }
            if cell.count >= limits.cellBytes {
                if quoted { return .openQuote(end: index) }
                return .tooLong(end: index, TableLimits.cellTooLong(limits.cellBytes))
            }
            if cells.count > limits.columns {
                return .tooLong(end: index, TableLimits.tooManyCells(limits.columns))
            }
            let byte = window.bytes[index]
            offset += 1
            if quoted {
                if byte == Self.newline { lines += 1 }
                guard byte == Self.quote else {
                    cell.append(byte)
                    continue
                }
                if index + 1 >= window.count { _ = try window.fill() }
                let next = window.start + offset
                if next < window.count, window.bytes[next] == Self.quote {
                    cell.append(Self.quote)
                    offset += 1
                } else {
                    quoted = false
                }
                continue
            }
            switch byte {
            case delimiter:
                cells.append(TextDecoding.text(of: cell))
                cell.removeAll(keepingCapacity: true)
                cellBegins = true
                continue
            case Self.newline:
                if cell.last == Self.carriageReturn { cell.removeLast() }
                cells.append(TextDecoding.text(of: cell))
                return .cells(cells, end: window.start + offset)
            case Self.quote where cellBegins:
                quoted = true
            default:
                cell.append(byte)
            }
            cellBegins = false
        }
    }
}

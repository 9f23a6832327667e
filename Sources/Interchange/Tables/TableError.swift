/// Why a table cannot be read at all. A bad row is no error: it comes as a `RecordProblem`.
public enum TableError: Error, Equatable, CustomStringConvertible {
    /// The file is not there, or may not be read.
    case unreadable(String)
    /// A workbook (.xlsx, .ods) or another archive.
    case spreadsheetFile
    /// The file holds binary data.
    case notText
    /// There is no heading row.
    case empty
    /// More columns than the limit.
    case tooManyColumns(Int)

    public var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be opened."
        case .spreadsheetFile: "This is a workbook, not a table. Save it as CSV (UTF-8) and import that."
        case .notText: "This file is not text."
        case .empty: "The file is empty."
        case .tooManyColumns(let limit): "The heading has more than \(limit) columns."
        }
    }
}

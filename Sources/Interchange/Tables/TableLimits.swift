import Domain

/// Bounds on what one record may be, so that a damaged file costs an error and not the memory.
public struct TableLimits: Sendable {
    /// Bytes in one cell.
    public var cellBytes = 1_048_576
    /// Bytes in one row of CSV, or one JSON record.
    public var rowBytes = 4_194_304
    /// Columns in a heading.
    public var columns = 1_000
    /// Lines that one quoted row may span.
    public var quotedLines = 10_000

    public init() {}
}

extension TableLimits {
    static func rowTooLong(_ limit: Int) -> Phrase {
        Phrase(en: "The row is longer than \(limit) bytes.", fr: "La ligne dépasse \(limit) octets.")
    }

    static func cellTooLong(_ limit: Int) -> Phrase {
        Phrase(en: "A cell is longer than \(limit) bytes.", fr: "Une cellule dépasse \(limit) octets.")
    }

    static func tooManyCells(_ limit: Int) -> Phrase {
        Phrase(en: "The row has more than \(limit) cells.", fr: "La ligne a plus de \(limit) cellules.")
    }
}

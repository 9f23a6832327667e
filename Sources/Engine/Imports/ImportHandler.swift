/// What takes the rows of one batch in.
protocol ImportHandler<Row> {
    associatedtype Row

    /// Checks a row and says what becomes of it. What it writes may wait until `finish`.
    func take(_ row: Row) throws -> ImportOutcome

    /// Writes what waits.
    func finish() throws
}

/// A handler that writes each row at once.
struct RowHandler<Row>: ImportHandler {
    let handle: (Row) throws -> ImportOutcome

    func take(_ row: Row) throws -> ImportOutcome { try handle(row) }
    func finish() throws {}
}

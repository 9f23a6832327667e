/// Rows for one table, written many with a statement: a statement opens each index of its table, and one that puts many
/// rows in goes on where it is instead of looking for the place of each from the root.
///
///     var rows = WaitingRows(insertion, in: transaction)
///     for contact in contacts { try rows.add { row in … } }
///     try rows.finish()
public struct WaitingRows {
    private let insertion: Insertion
    private let transaction: any Transaction
    private var values: Insertion.Values

    public init(_ insertion: Insertion, in transaction: any Transaction) {
        self.insertion = insertion
        self.transaction = transaction
        values = Insertion.Values(capacity: insertion.width * Insertion.rowLimit)
    }

    /// Adds a row; `fill` adds a value for each column, in their order. Rows are written when there are enough of them,
    /// so what is wrong with one may be thrown with a later one.
    public mutating func add(_ fill: (inout Insertion.Values) throws -> Void) throws {
        let before = values.list.count
        try fill(&values)
        guard values.list.count - before == insertion.width else {
            throw StorageError.other(
                code: 0, detail: "\(insertion.width) columns, but \(values.list.count - before) values")
        }
        guard values.list.count == insertion.width * Insertion.rowLimit else { return }
        try transaction.enqueue(insertion.full(values.list))
        values.list.removeAll(keepingCapacity: true)
    }

    /// Writes what still waits.
    public mutating func finish() throws {
        let width = insertion.width
        for start in stride(from: 0, to: values.list.count, by: width) {
            try transaction.enqueue(insertion.single(Array(values.list[start..<start + width])))
        }
        values.list.removeAll()
    }
}

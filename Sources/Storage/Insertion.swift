/// An `INSERT` whose text is made once. Where many rows are written, putting the text of each statement together would
/// cost more than binding its values.
///
///     static let insertion = Insertion(into: "candidate_contact", "kind, value_folded, candidate_id")
///     try transaction.enqueue(
///         insertion.row { row in
///             row.add(kind)
///             row.add(value)
///             row.add(candidate)
///         })
public struct Insertion: Sendable {
    /// How many rows one statement takes at most.
    static let rowLimit = 50

    /// How many values a row has.
    let width: Int
    private let text: String
    private let fullText: String

    /// - Parameter columns: the names of the columns with commas between them; like the table's, from the program
    ///   itself.
    public init(into table: String, _ columns: String) {
        width = columns.split(separator: ",").count
        let marks = "(" + repeatElement("?", count: width).joined(separator: ", ") + ")"
        let start = "INSERT INTO \(table) (\(columns)) VALUES "
        text = start + marks
        fullText = start + repeatElement(marks, count: Self.rowLimit).joined(separator: ", ")
    }

    /// The statement for one row; `fill` adds a value for each column, in their order.
    public func row(_ fill: (inout Values) throws -> Void) rethrows -> SQL {
        var values = Values(capacity: width)
        try fill(&values)
        return SQL(trusted: text, values: values.list)
    }

    /// The statement for the values of `rowLimit` rows.
    func full(_ values: [SQLValue]) -> SQL { SQL(trusted: fullText, values: values) }

    /// The statement for the values of one row.
    func single(_ values: [SQLValue]) -> SQL { SQL(trusted: text, values: values) }

    /// The values of rows, one after another.
    public struct Values {
        var list: [SQLValue] = []

        init(capacity: Int) { list.reserveCapacity(capacity) }

        @inlinable
        public mutating func add(_ value: some SQLEncodable) { append(value.sqlValue) }

        @inlinable
        public mutating func add(_ value: (some SQLEncodable)?) { append(value?.sqlValue ?? .null) }

        @usableFromInline
        mutating func append(_ value: SQLValue) { list.append(value) }
    }
}

import Domain
import Storage

/// Documents of the full-text index that are not what the rows make of them.
public enum SearchDifferences {
    /// A searched table whose documents follow every change of its rows. Those of conversations do not: a person who
    /// takes another name is found by it in the conversations to come.
    public struct Table: Sendable {
        public let name: String
        public var collection: SearchCollection { part.collection }
        let part: SearchPart
    }

    public static let tables = SearchPart.all.filter {
        $0.collection != EngineSchema.conversationSearch && $0.collection != EngineSchema.messageSearch
    }.map { Table(name: $0.table.text, part: $0) }

    /// The highest number of a row of the table; 0 for none.
    public static func last(of table: Table, in transaction: any Transaction) throws -> Int64 {
        try transaction.value("SELECT COALESCE(MAX(row_no), 0) FROM \(table.part.table)") ?? 0
    }

    /// The numbers of the rows among `numbers` that have a document with other words than theirs, in order. Rows or
    /// documents that stand alone are not among them.
    public static func find(
        _ table: Table, _ numbers: ClosedRange<Int64>, in transaction: any Transaction
    ) throws -> [Int64] {
        let kept = try transaction.search.documents(numbers, in: table.part.collection)
        return try table.part.documents(numbers, in: transaction).compactMap { document in
            guard let right = document.contents, let found = kept[document.key], found != right else { return nil }
            return zip(found, right).allSatisfy { words($0) == words($1) } ? nil : document.key
        }.sorted()
    }

    /// A document that was put together in another order finds the same.
    private static func words(_ text: String) -> [Substring] { text.split(separator: " ").sorted() }
}

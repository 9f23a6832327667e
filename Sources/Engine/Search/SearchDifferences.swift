import Domain
import Storage

/// Documents of the full-text index that are not what the rows make of them.
public enum SearchDifferences {
    /// A searched table whose documents follow every change of its rows. Those of conversations do not: a person who
    /// takes another name is found by it in the conversations to come.
    public struct Table: Sendable {
        public let name: String
        let part: SearchPart
        public var collection: SearchCollection { part.collection }
        /// Where some fields of the documents are kept once more, if they are.
        public var excerpt: SearchCollection? { SearchExcerpt.of(part.collection)?.collection }
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
        let documents = try table.part.documents(numbers, in: transaction)
        var different = try different(documents, from: table.part.collection, in: transaction)
        if let excerpt = SearchExcerpt.of(table.part.collection) {
            let excerpts = documents.map {
                SearchDocument(key: $0.key, contents: $0.contents.map(excerpt.contents))
            }
            different.formUnion(try self.different(excerpts, from: excerpt.collection, in: transaction))
        }
        return different.sorted()
    }

    /// Those of the documents that the collection keeps with other words.
    private static func different(
        _ documents: [SearchDocument], from collection: SearchCollection, in transaction: any Transaction
    ) throws -> Set<Int64> {
        guard let first = documents.map(\.key).min(), let last = documents.map(\.key).max() else { return [] }
        let kept = try transaction.search.documents(first...last, in: collection)
        return Set(
            documents.filter { document in
                guard let right = document.contents, let found = kept[document.key], found != right else {
                    return false
                }
                return !zip(found, right).allSatisfy { words($0) == words($1) }
            }.map(\.key))
    }

    /// A document that was put together in another order finds the same.
    private static func words(_ text: String) -> [Substring] { text.split(separator: " ").sorted() }
}

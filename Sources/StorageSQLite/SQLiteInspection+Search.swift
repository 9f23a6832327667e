import Storage

extension SQLiteInspection {
    /// How a full-text collection compares with the rows that it is made from.
    public struct SearchComparison: Sendable {
        public let documents: Int
        /// Rows without a document.
        public let missing: [Int64]
        /// Documents without a row.
        public let stray: [Int64]
        /// Whether the index has exactly the words of the documents.
        public let indexAgrees: Bool
    }

    /// Compares the documents of `collection` with the rows of `table` that `condition` chooses, named by their
    /// `row_no`; and the index with its documents, by the number, place and length of all words. At most `limit` rows
    /// are named each.
    public func compare(
        _ collection: SearchCollection, with table: SQL, where condition: SQL, limit: Int
    ) throws -> SearchComparison {
        let documents = SQL(trusted: "\"\(collection.name)_content\"")
        return try read { transaction in
            let missing = try transaction.column(
                """
                SELECT row_no FROM \(table) WHERE \(condition)
                AND NOT EXISTS (SELECT 1 FROM \(documents) d WHERE d.id = row_no) ORDER BY row_no LIMIT \(limit)
                """, as: Int64.self)
            let stray = try transaction.column(
                """
                SELECT d.id FROM \(documents) d
                WHERE NOT EXISTS (SELECT 1 FROM \(table) WHERE row_no = d.id AND \(condition)) ORDER BY d.id LIMIT \(limit)
                """, as: Int64.self)
            let count: Int = try transaction.value("SELECT COUNT(*) FROM \(documents)") ?? 0
            return SearchComparison(
                documents: count, missing: missing, stray: stray,
                indexAgrees: try indexSums(of: collection, in: transaction)
                    == documentSums(of: collection, in: transaction))
        }
    }

    /// Four sums over all words of the index: how many, of which documents, in which places, how long.
    private func indexSums(of collection: SearchCollection, in transaction: any Transaction) throws -> [Double] {
        let words = SQL(trusted: "\"\(SearchTables.words(of: collection))\"")
        let sums = try transaction.first(
            "SELECT TOTAL(1), TOTAL(doc), TOTAL(\"offset\"), TOTAL(LENGTH(term)) FROM \(words)"
        ) { columns in try (0..<4).map { _ in try columns.next(Double.self) } }
        return sums ?? [0, 0, 0, 0]
    }

    /// The same sums from the documents. Their words stand apart by one space.
    private func documentSums(of collection: SearchCollection, in transaction: any Transaction) throws -> [Double] {
        var sums = [0.0, 0, 0, 0]
        for number in collection.fields.indices {
            let text = SQL(trusted: "c\(number)")
            let found = try transaction.first(
                """
                SELECT TOTAL(n), TOTAL(id * n), TOTAL(n * (n - 1) / 2), TOTAL(length - n + 1) FROM (
                SELECT id, LENGTH(\(text)) AS length, LENGTH(\(text)) - LENGTH(REPLACE(\(text), ' ', '')) + 1 AS n
                FROM \(SQL(trusted: "\"\(collection.name)_content\"")) WHERE \(text) <> '')
                """
            ) { columns in try (0..<4).map { _ in try columns.next(Double.self) } }
            for (place, sum) in (found ?? []).enumerated() { sums[place] += sum }
        }
        return sums
    }
}

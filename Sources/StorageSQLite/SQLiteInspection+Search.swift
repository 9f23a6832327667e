import Storage

extension SQLiteInspection {
    /// The index is compared with its documents by the number, place and length of all words.
    public func compare(
        _ collection: SearchCollection, with table: SQL, where condition: SQL, limit: Int
    ) throws -> SearchComparison {
        let documents = SQL(trusted: "\"\(collection.name)_content\"")
        return try read { transaction in
            try SearchComparison.between(
                documents, "id", and: table, where: condition, limit: limit,
                indexAgrees: try indexSums(of: collection, in: transaction)
                    == documentSums(of: collection, in: transaction), in: transaction)
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

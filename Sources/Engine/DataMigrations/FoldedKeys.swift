import Domain
import Storage

/// The keys by which rows are sorted and found without regard to case and accents. They are made by this program, so
/// that both databases agree, and are made anew when it folds otherwise than it did.
struct FoldedKeys: Sendable {
    let table: String
    let column: String
    /// What the key is made of.
    let source: [String]
    let summary: Phrase

    static let all = [
        FoldedKeys(
            table: "user_account", column: "name_folded", source: ["last_name", "first_name"],
            summary: Phrase(en: "Sorting keys of accounts", fr: "Clés de tri des comptes")),
        FoldedKeys(
            table: "candidate", column: "name_folded", source: ["last_name", "first_name"],
            summary: Phrase(en: "Sorting keys of candidates", fr: "Clés de tri des candidats")),
        FoldedKeys(
            table: "company", column: "name_folded", source: ["name"],
            summary: Phrase(en: "Sorting keys of companies", fr: "Clés de tri des entreprises")),
        FoldedKeys(
            table: "job", column: "title_folded", source: ["title"],
            summary: Phrase(en: "Sorting keys of jobs", fr: "Clés de tri des postes")),
    ]

    private static let batch = 500

    var migration: DataMigration {
        DataMigration(
            name: "\(table)-keys", summary: summary, pending: { try $0.read { try wrong(in: $0).count } },
            apply: { database, now, finish in
                var changed = 0
                // What was wrong when it began; a row that somebody changes meanwhile gets its key by that change.
                let keys = try database.read { try wrong(in: $0) }
                for start in stride(from: 0, through: keys.count, by: Self.batch) {
                    let end = min(start + Self.batch, keys.count)
                    changed = try database.write { transaction in
                        let sum = try changed + write(keys[start..<end], now, in: transaction)
                        if start + Self.batch > keys.count { try finish(sum, transaction) }
                        return sum
                    }
                }
                return changed
            })
    }

    struct Key {
        var id: AnyEntity.ID
        var kept: String
        var right: String
    }

    /// The rows whose key is not what this program makes of them.
    func wrong(in transaction: any Transaction) throws -> [Key] {
        let columns = SQL(trusted: (["id", column] + source).joined(separator: ", "))
        var keys: [Key] = []
        try transaction.forEach("SELECT \(columns) FROM \(SQL(trusted: table))") { row in
            let kept = row.text(1)
            let right = Folding.key(source.indices.map { row.text(2 + $0) }.joined(separator: " "))
            if kept != right, !right.isEmpty {
                keys.append(Key(id: try Identifier.decode(row, 0), kept: kept, right: right))
            }
            return true
        }
        return keys
    }

    private func write(_ keys: ArraySlice<Key>, _ now: Instant, in transaction: any Transaction) throws -> Int {
        let (table, column) = (SQL(trusted: table), SQL(trusted: column))
        let clock = try transaction.clock()
        return try keys.reduce(0) { count, key in
            try count
                + transaction.execute(
                    """
                    UPDATE \(table) SET \(column) = \(key.right), row_seq = \(clock)
                    WHERE id = \(key.id) AND \(column) = \(key.kept)
                    """)
        }
    }
}

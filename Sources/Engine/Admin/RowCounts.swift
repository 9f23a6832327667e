import Storage

/// How many rows of a table are not in the trash, told without reading the rows: those there are less those that left a
/// tombstone. Both numbers come from an index.
enum RowCounts {
    static func live(_ table: String, in transaction: any Transaction) throws -> Int {
        let all: Int = try transaction.value("SELECT COUNT(*) FROM \(SQL(trusted: table))") ?? 0
        let gone: Int =
            try transaction.value("SELECT COUNT(*) FROM tombstone WHERE table_name = \(table)") ?? 0
        return max(0, all - gone)
    }
}

import Storage

/// The clock of changes against the rows that carry it: whoever asks for what changed since a moment of it would miss
/// rows that are ahead.
public enum RowClock {
    /// How far the clock is put ahead of a row that it had fallen behind, as after a restore: somebody may have read
    /// numbers that are lost.
    private static let gap: Int64 = 1_000_000

    /// The clock, the highest number that a row carries, and the table that the row is in.
    public static func compare(in transaction: any Transaction) throws -> (clock: Int64, highest: Int64, table: String)
    {
        let clock: Int64 = try transaction.value("SELECT clock FROM sync_meta WHERE id = 1") ?? 0
        var highest: (number: Int64, table: String) = (0, "")
        for table in EngineSchema.numberedTables {
            let number: Int64 =
                try transaction.value("SELECT COALESCE(MAX(row_seq), 0) FROM \(SQL(trusted: table))") ?? 0
            if number > highest.number { highest = (number, table) }
        }
        return (clock, highest.number, highest.table)
    }

    /// Puts a clock that fell behind ahead of every row.
    public static func advance(in transaction: any Transaction) throws {
        let found = try compare(in: transaction)
        guard found.clock < found.highest else { return }
        try transaction.execute("UPDATE sync_meta SET clock = \(found.highest + gap) WHERE id = 1")
    }
}

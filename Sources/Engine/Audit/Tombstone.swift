import Domain
import Storage

/// Says that a row is gone, for those who keep a copy of the rows.
enum Tombstone {
    static func write<Entity>(_ table: String, _ id: Identifier<Entity>, in call: Call) throws {
        try call.transaction.execute(
            """
            INSERT INTO tombstone (table_name, row_id, row_seq, deleted_at)
            VALUES (\(table), \(id), \(try call.rowSequence()), \(call.now))
            ON CONFLICT (table_name, row_id) DO UPDATE SET row_seq = excluded.row_seq, deleted_at = excluded.deleted_at
            """)
    }
}

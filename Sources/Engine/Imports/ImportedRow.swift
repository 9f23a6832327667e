import Domain
import Storage

/// Rows of imports that nothing recognises: a person without an address or an international number, a job without a
/// requisition. What such a row made is remembered under a digest of the whole row, so that the same file brought in
/// again doubles nothing; where it was deleted since, it is made anew.
enum ImportedRow {
    /// What a row of a table was made into, if that is still there.
    static func find(_ digest: [UInt8], in table: String, _ transaction: any Transaction) throws -> AnyEntity.ID? {
        try transaction.value(
            """
            SELECT made.row_id FROM imported_row made JOIN \(SQL(trusted: table)) entity ON entity.id = made.row_id
            WHERE made.table_name = \(table) AND made.digest = \(digest) AND entity.deleted_at IS NULL
            """)
    }

    static func keep(_ digest: [UInt8], as id: AnyEntity.ID, of table: String, _ transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO imported_row (table_name, digest, row_id) VALUES (\(table), \(digest), \(id))
            ON CONFLICT (table_name, digest) DO UPDATE SET row_id = excluded.row_id
            """)
    }
}

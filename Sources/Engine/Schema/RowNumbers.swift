import Storage

/// Dense numbers for rows that the full-text index and the board name by a whole number.
enum RowNumbers {
    /// The next number of a table. Two calls never get the same, since writers wait for one another.
    static func next(_ table: String, in transaction: any Transaction) throws -> Int64 {
        let sql: SQL = """
            INSERT INTO row_number (table_name, last) VALUES (\(table), 1)
            ON CONFLICT (table_name) DO UPDATE SET last = row_number.last + 1 RETURNING last
            """
        guard let number: Int64 = try transaction.value(sql) else {
            throw StorageError.corrupt(detail: "row_number answered nothing")
        }
        return number
    }

    /// The first of the next `count` numbers.
    static func take(_ count: Int, _ table: String, in transaction: any Transaction) throws -> Int64 {
        let sql: SQL = """
            INSERT INTO row_number (table_name, last) VALUES (\(table), \(count))
            ON CONFLICT (table_name) DO UPDATE SET last = row_number.last + excluded.last RETURNING last
            """
        guard let last: Int64 = try transaction.value(sql) else {
            throw StorageError.corrupt(detail: "row_number answered nothing")
        }
        return last - Int64(count) + 1
    }
}

import Storage

extension SQLiteDatabase {
    /// Beyond this size tables are not measured one by one: that reads every page.
    private static let measuredBytes: Int64 = 512 << 20

    public func measurements() throws -> DatabaseMeasurements {
        try read { transaction in
            func number(_ pragma: String) throws -> Int64 {
                try transaction.value(SQL(trusted: "PRAGMA \(pragma)")) ?? 0
            }
            let pageBytes = try number("page_size")
            let version: String = try transaction.value("SELECT sqlite_version()") ?? ""
            var measured = DatabaseMeasurements(
                product: "SQLite \(version)", bytes: try number("page_count") * pageBytes,
                freeBytes: try number("freelist_count") * pageBytes)
            guard measured.bytes <= Self.measuredBytes, try transaction.canMeasureTables() else { return measured }
            let sizes = try transaction.all(
                """
                SELECT s.tbl_name, SUM(d.pgsize) FROM dbstat d JOIN sqlite_schema s ON s.name = d.name
                WHERE d.aggregate = 1 GROUP BY s.tbl_name
                """
            ) { (try $0.next(String.self), try $0.next(Int64.self)) }
            measured.tableBytes = Dictionary(sizes, uniquingKeysWith: +)
            return measured
        }
    }
}

extension Transaction {
    /// Whether this SQLite was built with the table that knows the pages of each table.
    fileprivate func canMeasureTables() throws -> Bool {
        try exists("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'")
    }
}

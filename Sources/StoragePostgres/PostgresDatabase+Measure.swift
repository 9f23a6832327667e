import Storage

extension PostgresDatabase {
    /// The sizes are those of the whole database and of each table of the schema, with its indexes and what it keeps out
    /// of line. What is free inside PostgreSQL tells only to an extension.
    public func measurements() throws -> DatabaseMeasurements {
        try read { transaction in
            let (version, bytes) =
                try transaction.first(
                    "SELECT current_setting('server_version'), pg_database_size(current_database())"
                ) { (try $0.next(String.self), try $0.next(Int64.self)) } ?? ("", 0)
            let sizes = try transaction.all(
                """
                SELECT relname, pg_total_relation_size(oid) FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
                """
            ) { (try $0.next(String.self), try $0.next(Int64.self)) }
            // Some systems append who built it.
            let number = version.prefix { $0 != " " }
            return DatabaseMeasurements(
                product: "PostgreSQL \(number)", bytes: bytes,
                tableBytes: Dictionary(sizes, uniquingKeysWith: +))
        }
    }
}

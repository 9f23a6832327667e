import Storage

/// Puts the tables of one schema in the places of those of another that have the same names.
struct SchemaSwap {
    private let source: String
    private let target: String

    /// How long the tables are waited for, in milliseconds: less than the second after which the server looks for a
    /// deadlock and might end a reader instead.
    private static let patience = 800

    init(from source: String, to target: String) {
        self.source = source
        self.target = target
    }

    /// Throws `StorageError.busy` where somebody uses one of the tables. A view or something else of somebody's own that
    /// hangs on an old table is an error, and nothing is changed.
    func run(in transaction: PostgresTransaction) throws {
        let names = try transaction.column(
            """
            SELECT relname FROM pg_class WHERE relnamespace = CAST(\(Connection.quoted(source)) AS regnamespace)
            AND relkind = 'r' ORDER BY relname
            """, as: String.self)
        let old = names.map(oldTable).joined(separator: ", ")
        try transaction.run("SET LOCAL statement_timeout = \(Self.patience)")
        try lock(old, in: transaction)
        try transaction.run("SET LOCAL statement_timeout = 0")
        let rights = try names.flatMap { try self.rights(of: $0, in: transaction) }
        try transaction.run("DROP TABLE \(old)")
        for name in names {
            try transaction.run(
                """
                ALTER TABLE \(Connection.quoted(source)).\(Connection.quoted(name))
                SET SCHEMA \(Connection.quoted(target))
                """)
        }
        for right in rights { try transaction.run(right) }
    }

    private func lock(_ tables: String, in transaction: PostgresTransaction) throws {
        do {
            try transaction.run("LOCK TABLE \(tables) IN ACCESS EXCLUSIVE MODE")
        } catch {
            if case .tooLong = error { throw StorageError.busy }
            throw error
        }
    }

    private func oldTable(_ name: String) -> String { "\(Connection.quoted(target)).\(Connection.quoted(name))" }

    /// Commands that give others the rights to a new table that they have to the old one, and the table to its owner.
    private func rights(of name: String, in transaction: PostgresTransaction) throws -> [String] {
        let table = oldTable(name)
        let grants = try transaction.all(
            """
            SELECT r.privilege_type, CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.grantee)) END
            FROM pg_class c CROSS JOIN aclexplode(c.relacl) r
            WHERE c.oid = CAST(\(table) AS regclass) AND r.grantee <> c.relowner
            """
        ) { "GRANT \(try $0.next(String.self)) ON \(table) TO \(try $0.next(String.self))" }
        let owner = try transaction.value(
            """
            SELECT quote_ident(pg_get_userbyid(relowner)) FROM pg_class
            WHERE oid = CAST(\(table) AS regclass) AND relowner <> (SELECT oid FROM pg_roles WHERE rolname = current_user)
            """, as: String.self)
        return grants + (owner.map { ["ALTER TABLE \(table) OWNER TO \($0)"] } ?? [])
    }
}

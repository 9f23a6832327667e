import Foundation
import Storage
import StorageSQLite

/// Everything that is in a store, kept in memory, so that others are made like it.
public enum StoreContents: Sendable {
    /// A SQLite file.
    case file(Data)
    /// The rows of a database on a server: those of each table as a JSON array, and how far the clock has come.
    case rows([TableRows], clock: Int64)

    public struct TableRows: Sendable {
        let table: String
        let json: String
    }

    /// What is in a SQLite database, whoever has it open. `folder` is where it is copied to for a moment.
    static func file(of database: any Database, in folder: URL) throws -> StoreContents {
        let url = folder.appendingPathComponent("copy.db")
        defer { try? FileManager.default.removeItem(at: url) }
        try database.backup(to: url.path)
        return try file(at: url)
    }

    /// The file that `migrations` make.
    static func file(_ migrations: [Migration]) throws -> StoreContents {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let url = folder.appendingPathComponent("workspace.db")
        let database = try SQLiteDatabase(path: url.path)
        do {
            try database.migrate(migrations) { _ in }
        } catch {
            try database.close()
            throw error
        }
        try database.close()
        return try file(at: url)
    }

    private static func file(at url: URL) throws -> StoreContents {
        // Opened once, the file has its journal mode, which would else be set in every file that is made of it.
        try SQLiteDatabase(path: url.path).close()
        return .file(try Data(contentsOf: url))
    }

    /// What is in a database of the server with the schema of `migrations`.
    static func rows(of database: any Database, _ migrations: [Migration]) throws -> StoreContents {
        let indexes = migrations.searchCollections.map(\.name)
        let names = try database.tables().map(\.name).filter { $0 != "sync_meta" } + indexes
        return try database.read { transaction in
            let tables = try names.compactMap { name -> TableRows? in
                // Of no rows there is no array.
                let json = try transaction.value(
                    SQL(trusted: "SELECT coalesce(CAST(json_agg(t) AS text), '') FROM \"\(name)\" t"), as: String.self)
                return json.flatMap { $0.isEmpty ? nil : TableRows(table: name, json: $0) }
            }
            return .rows(tables, clock: try transaction.value("SELECT clock FROM sync_meta") ?? 0)
        }
    }

    /// Puts rows into a database whose tables are empty. Its user has to be a superuser, since references are not watched
    /// meanwhile.
    static func put(_ tables: [TableRows], clock: Int64, into database: any Database) throws {
        try database.write { transaction in
            try transaction.execute("SET LOCAL session_replication_role = replica")
            for rows in tables {
                let table = SQL(trusted: "\"\(rows.table)\"")
                try transaction.execute(
                    """
                    INSERT INTO \(table)
                    SELECT * FROM json_populate_recordset(CAST(NULL AS \(table)), CAST(\(rows.json) AS json))
                    """)
            }
            try transaction.execute("UPDATE sync_meta SET clock = \(clock)")
        }
    }
}

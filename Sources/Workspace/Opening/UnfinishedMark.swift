import Domain
import Storage

/// What tells a database of a server whose filling was interrupted from a whole one. A file needs no such mark: it
/// gets its name only when it is whole.
enum UnfinishedMark {
    private static let key = "unfinished"

    static func isSet(in database: any Database) throws -> Bool {
        try database.read { try $0.exists("SELECT 1 FROM workspace_info WHERE key = \(key)") }
    }

    static func set(in database: any Database, at now: Instant) throws {
        try database.write { transaction in
            try transaction.execute(
                "INSERT INTO workspace_info (key, value) VALUES (\(key), \(now.description)) ON CONFLICT (key) DO NOTHING"
            )
        }
    }

    static func remove(from database: any Database) throws {
        try database.write { try $0.execute("DELETE FROM workspace_info WHERE key = \(key)") }
    }
}

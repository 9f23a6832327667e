import Domain
import Engine
import Glibc
import JSON
import Storage
import StorageSQLite

/// What the owner of a workspace's files may do with its copies, without an account (`rplus backup`). It is audited, with
/// nobody as the actor.
extension Workspace {
    /// Copies everything while others go on working, and reads the copy back. Files that are missing or altered are named in
    /// it. Throws `.backupFailed` where the database is damaged.
    public func backUp(note: String? = nil) throws(WorkspaceProblem) -> Backup {
        do {
            let made = try backups.make(.requested, note: note, at: now, readsBack: true)
            try audit("backup.create", made)
            return made
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    /// Puts a copy in the place of what there is now. What there is now is copied first, so that this can be taken back.
    /// Others may have the workspace open; each of their calls sees either all of the old or all of the new. A copy of
    /// an older version is brought up to date on the way. Files that the copy has lost are no reason to go without the
    /// rest: `missing` names those that the restored rows name and that are good nowhere.
    ///
    /// Throws `.noBackup`, `.damagedBackup` and `.newer`, and `.busy` where others read without a pause.
    public func restore(
        _ name: String
    ) throws(WorkspaceProblem) -> (restored: Backup, before: Backup, missing: [String]) {
        let place = try backups.known(name)
        let (wanted, needed) = try backups.examine(name, at: now)
        defer { place.tidy() }
        do {
            let known = EngineSchema.migrations.last?.number ?? 0
            guard wanted.schemaVersion <= known else {
                throw WorkspaceProblem.newer(found: wanted.schemaVersion, known: known)
            }
            let before = try backups.make(.restore, note: name, at: now, readsBack: false)
            let missing = try RestoredFiles.fill(location.files, from: place.files, needed: needed)
            if wanted.schemaVersion < known {
                try upToDate(place.database) { try database.restore(from: $0) }
            } else {
                try database.restore(from: place.database)
            }
            try audit("backup.restore", wanted)
            return (wanted, before, missing)
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    /// Runs `body` with a copy of the copy that has today's schema.
    private func upToDate(_ path: String, _ body: (String) throws -> Void) throws {
        let copy = location.database + ".upgrading"
        func clear() { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
        clear()
        defer { clear() }
        let old = try SQLiteDatabase(path: path)
        try old.backup(to: copy)
        try old.close()
        let upgraded = try SQLiteDatabase(path: copy)
        try upgraded.migrate(EngineSchema.migrations) { _ in }
        try Engine.supplement(upgraded, with: engine.adapters)
        try upgraded.close()
        try body(copy)
    }

    private var now: Instant { engine.adapters.clock.now() }

    private func audit(_ operation: String, _ backup: Backup) throws {
        try database.write { transaction in
            try engine.auditBatch(
                operation: operation, target: "backup", details: JSONValue(encoding: backup), in: transaction)
        }
    }
}

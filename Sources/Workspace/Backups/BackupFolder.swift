import Domain
import Engine
import Glibc
import JSON
import Storage
import StorageSQLite

/// The copies of a workspace: `backups/<name>/` with the database, the uploaded files and a manifest.
///
///     backups/20261126T021500123Z-requested/   workspace.db   files/<sha256>   manifest.json
///
/// A copy appears under its name when it is whole and on the disk. Its files are not those of the workspace, but copies
/// share theirs (`BackupFiles`).
public struct BackupFolder: BackupStore {
    let location: WorkspaceLocation
    private let database: any Database

    init(location: WorkspaceLocation, database: any Database) {
        self.location = location
        self.database = database
    }

    // MARK: - Making

    public func create(_ reason: Backup.Reason, note: String?, at now: Instant) throws -> Backup {
        do {
            return try make(reason, note: note, at: now, readsBack: true)
        } catch {
            throw failure(error)
        }
    }

    /// What the engine can say about itself it gets as such, everything else in words.
    private func failure(_ error: any Error) -> any Error {
        let problem = WorkspaceProblem(error, at: location)
        switch problem {
        case .diskFull, .notPermitted, .readOnly: return problem.storageError
        case .busy, .unreachable: return error is StorageError ? error : BackupFailure(problem.phrase)
        default: return BackupFailure(problem.phrase)
        }
    }

    /// - Parameter readsBack: whether every page and every file is read and checked, which a large workspace takes a while
    ///   for. Throws `.backupFailed` where the database is damaged; files that are missing or altered are named in the copy.
    func make(_ reason: Backup.Reason, note: String?, at now: Instant, readsBack: Bool) throws -> Backup {
        try PrivateFolder.make(location.backups)
        let unfinished = BackupPlace(PrivateFile.temporaryName(in: location.backups))
        do {
            try PrivateFolder.make(unfinished.files)
            try database.backup(to: unfinished.database)
            guard let digest = FileDigest.sha256(of: unfinished.database),
                let size = FileStatus(unfinished.database)?.size
            else { throw WorkspaceProblem(errno: errno, path: unfinished.database) }
            var backup = Backup(
                name: try freeName(reason, now), reason: reason, note: note, createdAt: now,
                databaseBytes: Int64(size), databaseDigest: digest, files: 0, fileBytes: 0,
                schemaVersion: try database.schemaVersion())
            let check = BackupCheck(unfinished, backup)
            // A damaged workspace is copied all the same before something takes its place.
            let needed = readsBack ? try check.readDatabase() : (try? check.namedFiles()) ?? []
            let files = try BackupFiles(
                target: unfinished.files, live: location.files, earlier: try list().map { place($0.name).files }
            ).fill(needed: needed, reading: readsBack)
            backup.files = files.count
            backup.fileBytes = files.bytes
            backup.missingFiles = files.missing.isEmpty ? nil : files.missing
            backup.verifiedAt = readsBack ? now : nil
            try unfinished.write(backup)
            try PrivateFolder.synchronize(unfinished.folder)
            try PrivateFile.move(unfinished.folder, to: place(backup.name).folder)
            try PrivateFolder.synchronize(location.backups)
            return backup
        } catch {
            unfinished.remove()
            if case WorkspaceProblem.damagedBackup(_, let detail) = error {
                throw WorkspaceProblem.backupFailed(detail: detail)
            }
            throw error
        }
    }

    private func freeName(_ reason: Backup.Reason, _ now: Instant) throws -> String {
        let moment = now.description.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
        let name = "\(moment)-\(reason.rawValue)"
        guard FileStatus(place(name).folder) != nil else { return name }
        return "\(name)-\(try PrivateFolder.names(in: location.backups).count)"
    }

    // MARK: - Looking

    public func list() throws -> [Backup] {
        do {
            return try PrivateFolder.names(in: location.backups)
                .filter { !$0.hasPrefix(PrivateFile.temporaryPrefix) }
                .filter { FileStatus(place($0).folder)?.isFolder == true }
                .map { listed(place($0)) }
                .sorted { ($1.createdAt, $1.name) < ($0.createdAt, $0.name) }
        } catch {
            throw error.storageError
        }
    }

    /// One that cannot be read is listed all the same: whoever counts on it has to know.
    private func listed(_ place: BackupPlace) -> Backup {
        do {
            return try place.manifest()
        } catch {
            return place.damaged
        }
    }

    public func freeBytes() -> Int64? {
        var space = statvfs()
        guard statvfs(location.folder, &space) == 0 else { return nil }
        return Int64(space.f_bavail) * Int64(space.f_frsize)
    }

    /// Reads a copy back: the database is the one that was written and whole, and every file is what its name says.
    /// Throws `.noBackup`, `.damagedBackup` where it cannot be restored, and `.damagedFiles` where it can, but for some
    /// files.
    public func verify(_ name: String, at now: Instant) throws(WorkspaceProblem) -> Backup {
        let backup = try examine(name, at: now).backup
        if let files = backup.damagedFiles { throw .damagedFiles(name: name, files: files) }
        return backup
    }

    /// Reads a copy back and keeps what was found in its manifest. Answers the files that its rows name, too. Throws
    /// `.noBackup`, and `.damagedBackup` where its database is not what was written.
    func examine(_ name: String, at now: Instant) throws(WorkspaceProblem) -> (backup: Backup, needed: [String]) {
        let place = try known(name)
        var backup = try place.manifest()
        let check = BackupCheck(place, backup)
        let needed: [String]
        do throws(WorkspaceProblem) {
            try check.compareDigest()
            needed = try check.readDatabase()
        } catch {
            backup.damage = "workspace.db"
            backup.verifiedAt = nil
            try? place.write(backup)
            throw error
        }
        let damaged = try check.damagedFiles(needed: needed)
        backup.damage = nil
        backup.damagedFiles = damaged.isEmpty ? nil : damaged
        backup.verifiedAt = damaged.isEmpty ? now : nil
        try place.write(backup)
        return (backup, needed)
    }

    func place(_ name: String) -> BackupPlace { BackupPlace("\(location.backups)/\(name)") }

    /// Throws `.noBackup` for what is not one of ours, whatever path somebody typed.
    func known(_ name: String) throws(WorkspaceProblem) -> BackupPlace {
        let isName = !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
        guard isName, FileStatus(place(name).folder)?.isFolder == true else {
            throw .noBackup(name: name, folder: location.backups)
        }
        return place(name)
    }
}

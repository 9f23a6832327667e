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
/// A copy appears under its name when it is whole and on the disk. Uploaded files never change, so they are linked where
/// the file system can and copied where it cannot.
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
        } catch let problem as WorkspaceProblem {
            throw problem.storageError
        }
    }

    /// - Parameter readsBack: whether every page is read and checked, which a large database takes a while for.
    func make(_ reason: Backup.Reason, note: String?, at now: Instant, readsBack: Bool) throws -> Backup {
        try PrivateFolder.make(location.backups)
        let unfinished = BackupPlace(PrivateFile.temporaryName(in: location.backups))
        do {
            try PrivateFolder.make(unfinished.files)
            try database.backup(to: unfinished.database)
            let files = try FileLinks.fill(unfinished.files, from: location.files)
            guard let digest = FileDigest.sha256(of: unfinished.database),
                let size = FileStatus(unfinished.database)?.size
            else { throw WorkspaceProblem(errno: errno, path: unfinished.database) }
            var backup = Backup(
                name: try freeName(reason, now), reason: reason, note: note, createdAt: now,
                databaseBytes: Int64(size), databaseDigest: digest, files: files.count, fileBytes: files.bytes,
                schemaVersion: try database.schemaVersion())
            if readsBack {
                try BackupCheck(unfinished, backup).readDatabase()
                backup.verifiedAt = now
            }
            try unfinished.write(backup)
            try PrivateFolder.synchronize(unfinished.folder)
            try PrivateFile.move(unfinished.folder, to: place(backup.name).folder)
            try PrivateFolder.synchronize(location.backups)
            return backup
        } catch {
            unfinished.remove()
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
    /// Throws `.noBackup` and `.damagedBackup`.
    public func verify(_ name: String, at now: Instant) throws(WorkspaceProblem) -> Backup {
        let place = try known(name)
        var backup = try place.manifest()
        let check = BackupCheck(place, backup)
        try check.compareDigest()
        try check.readDatabase()
        try check.readFiles()
        backup.verifiedAt = now
        try place.write(backup)
        return backup
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

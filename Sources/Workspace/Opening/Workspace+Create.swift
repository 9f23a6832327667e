import Engine
import Glibc
import Storage
import StoragePostgres

extension Workspace {
    /// Makes a workspace at `location` and opens it. `fill` puts its first rows in (its first superadmin, a demo);
    /// the workspace appears under its name only when `fill` has returned and everything is on the disk. Whatever
    /// interrupts it, there is either a whole workspace afterwards or none, and the next attempt clears up.
    /// `keepsFiles` leaves what lies in `files/`, for rows that refer to it.
    ///
    /// Throws what `Workspace.open` does, `.exists`, `.busy` while another process makes one there, or what `fill`
    /// throws.
    public static func create(
        at location: WorkspaceLocation, options: WorkspaceOptions = WorkspaceOptions(), keepsFiles: Bool = false,
        fill: (Engine) throws -> Void = { _ in }
    ) throws -> Workspace {
        let folder = WorkspaceFolder(location)
        let isNew = FileStatus(location.folder) == nil
        return try folder.locked {
            let missing = folder.missingFolders()
            do {
                try folder.prepareForMaking(keepsFiles: keepsFiles)
                if location.server == nil {
                    try makeFile(location, options, fill)
                } else {
                    try makeOnServer(location, options, fill)
                }
            } catch {
                folder.remove(missing, andItself: isNew)
                if let error = error as? StorageError { throw WorkspaceProblem(error, at: location) }
                throw error
            }
            return try open(at: location, options: options)
        }
    }

    /// Whether nothing is at `location` that could be opened, so that a workspace can be made there. Throws where that
    /// cannot be told.
    public static func isMissing(
        at location: WorkspaceLocation, options: WorkspaceOptions = WorkspaceOptions()
    ) throws(WorkspaceProblem) -> Bool {
        guard location.server != nil else { return FileStatus(location.database) == nil }
        do {
            let database = try store("", of: location, options)
            defer { try? database.close() }
            return try database.schemaVersion() == 0 || UnfinishedMark.isSet(in: database)
        } catch {
            throw WorkspaceProblem(error, at: location)
        }
    }

    // MARK: A file

    private static func makeFile(
        _ location: WorkspaceLocation, _ options: WorkspaceOptions, _ fill: (Engine) throws -> Void
    ) throws {
        do {
            let workspace = try open(location.unfinishedDatabase, of: location, options: options, isNew: true)
            do {
                try fill(workspace.engine)
            } catch {
                workspace.close()
                throw error
            }
            try workspace.finish()
        } catch {
            // Leave the folder as it was.
            for name in (try? WorkspaceFolder(location).unfinishedNames()) ?? [] {
                unlink("\(location.folder)/\(name)")
            }
            throw error
        }
    }

    /// Closes the database, which brings all of it into one file, and gives the file its name.
    private func finish() throws {
        try database.close()
        let path = location.unfinishedDatabase
        if let log = FileStatus(path + "-wal"), log.size > 0 {
            throw WorkspaceProblem.busy(folder: location.folder)
        }
        unlink(path + "-wal")
        unlink(path + "-shm")
        try PrivateFile.move(path, to: location.database)
        try PrivateFolder.synchronize(location.folder)
    }

    // MARK: A database of a server

    private static func makeOnServer(
        _ location: WorkspaceLocation, _ options: WorkspaceOptions, _ fill: (Engine) throws -> Void
    ) throws {
        guard let database = try store("", of: location, options) as? PostgresDatabase else { return }
        defer { try? database.close() }
        guard try database.claim() else { throw WorkspaceProblem.busy(folder: location.shown) }
        if try database.schemaVersion() > 0 {
            guard try UnfinishedMark.isSet(in: database) else { throw WorkspaceProblem.exists(folder: location.shown) }
            try database.removeTables(of: options.migrations)
        } else if try !database.tables().isEmpty {
            throw WorkspaceProblem.notAWorkspace(path: location.shown)
        }
        try database.migrate(options.migrations) { _ in }
        try UnfinishedMark.set(in: database, at: options.clock.now())
        let workspace = try open("", of: location, options: options, isNew: true)
        do {
            try fill(workspace.engine)
            try UnfinishedMark.remove(from: workspace.database)
            workspace.close()
        } catch {
            workspace.close()
            try? database.removeTables(of: options.migrations)
            throw error
        }
    }
}

import Engine
import Glibc
import Storage

extension Workspace {
    /// Makes a workspace at `location` and opens it. `fill` puts its first rows in (its first superadmin, a demo);
    /// the workspace appears under its name only when `fill` has returned and everything is on the disk. Whatever
    /// interrupts it, there is either a whole workspace afterwards or none, and the next attempt clears up.
    ///
    /// Throws what `Workspace.open` does, `.exists`, `.busy` while another process makes one there, or what `fill`
    /// throws.
    public static func create(
        at location: WorkspaceLocation, options: WorkspaceOptions = WorkspaceOptions(),
        fill: (Engine) throws -> Void = { _ in }
    ) throws -> Workspace {
        let folder = WorkspaceFolder(location)
        return try folder.locked {
            try folder.prepareForMaking()
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
                for name in (try? folder.unfinishedNames()) ?? [] { unlink("\(location.folder)/\(name)") }
                if let error = error as? StorageError { throw WorkspaceProblem(error, at: location) }
                throw error
            }
            return try open(at: location, options: options)
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
}

import Glibc

/// A workspace's folder as it is on the disk, before anything is opened.
struct WorkspaceFolder {
    let location: WorkspaceLocation
    /// What SQLite writes at the start of every database.
    private static let signature = Array("SQLite format 3\0".utf8)
    /// What a workspace's folder may hold before the workspace is whole.
    private static let ownNames: Set<String> = ["files", "backups", "mail"]

    init(_ location: WorkspaceLocation) { self.location = location }

    /// Throws unless the folder holds a database that this process may write.
    func requireWorkspace() throws(WorkspaceProblem) {
        guard let folder = FileStatus(location.folder) else {
            guard errno == ENOENT else { throw WorkspaceProblem(errno: errno, path: location.folder) }
            throw .missing(folder: location.folder)
        }
        guard folder.isFolder else { throw .fileInTheWay(path: location.folder) }
        guard let file = FileStatus(location.database) else {
            guard errno == ENOENT else { throw WorkspaceProblem(errno: errno, path: location.database) }
            if try isEmptyEnough() { throw .missing(folder: location.folder) }
            throw .notAWorkspace(path: location.folder)
        }
        guard file.isFile else { throw .notAWorkspace(path: location.database) }
        for path in [location.folder, location.database] where access(path, R_OK | W_OK) != 0 {
            throw WorkspaceProblem(errno: errno, path: path)
        }
        guard try hasSignature() else { throw .notAWorkspace(path: location.database) }
    }

    /// Makes the folder ready for a new workspace, and takes away what an interrupted making left there. Throws
    /// `.exists` where a workspace is in a file, and `.notAWorkspace` for a folder with other things in it.
    func prepareForMaking(keepsFiles: Bool) throws(WorkspaceProblem) {
        if location.server == nil {
            guard FileStatus(location.database) == nil else { throw .exists(folder: location.folder) }
            guard try isEmptyEnough() else { throw .notAWorkspace(path: location.folder) }
            for name in try unfinishedNames() { unlink("\(location.folder)/\(name)") }
        }
        // The files beside a server's database may be those of another workspace.
        if location.server == nil && !keepsFiles {
            for name in try PrivateFolder.names(in: location.files)
            where FileFolder.isName(name) || name.hasPrefix(PrivateFile.temporaryPrefix) {
                unlink("\(location.files)/\(name)")
            }
        }
        for folder in [location.files, location.backups] { try PrivateFolder.make(folder) }
    }

    /// Which of the folders in it are not there yet. To be asked while it is `locked`.
    func missingFolders() -> [String] { [location.files, location.backups].filter { FileStatus($0) == nil } }

    /// Takes the folders away again that were made in it for a workspace that was not to be, and the files that it had kept
    /// there already; and the folder itself, where it was new. What holds anything else stays.
    func remove(_ folders: [String], andItself isNew: Bool) {
        for folder in folders {
            if folder == location.files {
                for name in (try? PrivateFolder.names(in: folder)) ?? []
                where FileFolder.isName(name) || name.hasPrefix(PrivateFile.temporaryPrefix) {
                    unlink("\(folder)/\(name)")
                }
            }
            rmdir(folder)
        }
        if isNew { rmdir(location.folder) }
    }

    /// Files of a workspace whose making was interrupted.
    func unfinishedNames() throws(WorkspaceProblem) -> [String] {
        try PrivateFolder.names(in: location.folder).filter {
            "\(location.folder)/\($0)".hasPrefix(location.unfinishedDatabase)
        }
    }

    /// Runs `body` while no other process makes a workspace in the same folder.
    func locked<Result>(_ body: () throws -> Result) throws -> Result {
        try PrivateFolder.make(location.folder)
        let descriptor = open(location.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: location.folder) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw WorkspaceProblem.busy(folder: location.folder) }
        return try body()
    }

    /// Whether nothing is in the folder but what a workspace would put there.
    private func isEmptyEnough() throws(WorkspaceProblem) -> Bool {
        let unfinished = Set(try unfinishedNames())
        return try PrivateFolder.names(in: location.folder).allSatisfy {
            Self.ownNames.contains($0) || unfinished.contains($0)
        }
    }

    private func hasSignature() throws(WorkspaceProblem) -> Bool {
        let descriptor = open(location.database, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: location.database) }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: Self.signature.count)
        return read(descriptor, &start, start.count) == start.count && start == Self.signature
    }
}

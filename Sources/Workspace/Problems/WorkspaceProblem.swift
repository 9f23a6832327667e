import Domain
import Glibc
import Storage

/// Why a workspace cannot be opened, made or read. `phrase` says it to a person, with what to do about it.
public enum WorkspaceProblem: Error, Sendable, Equatable {
    /// No home folder is known, and `variable` does not name one.
    case noHome(variable: String)
    case emptyPath
    /// `--database` is no address of a PostgreSQL database.
    case notAnAddress
    /// The file of settings, which says which database the default workspace has, cannot be used; `place` is the file,
    /// and the line where it is of one.
    case unusableSettings(place: String, problem: Phrase)
    /// The database server does not answer or does not let the program in; `detail` is its own words.
    case unreachable(server: String, detail: String)
    /// There is no workspace in the folder.
    case missing(folder: String)
    /// The folder holds other things, or `workspace.db` is not one of ours.
    case notAWorkspace(path: String)
    /// Making the workspace in the server's database was interrupted.
    case unfinished(store: String)
    /// A workspace is there already.
    case exists(folder: String)
    /// A workspace was to be copied onto itself.
    case sameStore(store: String)
    /// A file is where a folder has to be.
    case fileInTheWay(path: String)
    case notPermitted(path: String)
    /// The file system is mounted for reading only.
    case readOnly(path: String)
    case diskFull(path: String)
    /// The workspace was made by a newer version of the program.
    case newer(found: Int, known: Int)
    /// The database is damaged; `detail` is its own words.
    case damaged(path: String, detail: String)
    /// Another process holds the write lock for too long, or is just making this workspace.
    case busy(folder: String)
    /// A demo was asked for where a real workspace is.
    case notADemo(folder: String)
    /// A demo was asked for where one with other numbers is; both are given as `name=value` pairs.
    case otherDemo(folder: String, made: String, asked: String)
    /// The account that was asked for is not there (any more) or may not sign in.
    case noSuchUser(email: String)
    /// There is no copy of that name.
    case noBackup(name: String, folder: String)
    /// The database of a copy is not what was written; `detail` is what is wrong.
    case damagedBackup(name: String, detail: String)
    /// Some files of a copy are not what was written, or gone; the rest of it can be restored.
    case damagedFiles(name: String, files: [String])
    /// No copy could be made of a database that is damaged; `detail` is what is wrong.
    case backupFailed(detail: String)
    /// Anything else that the system or the database answered.
    case failed(path: String, detail: String)

    /// Whether the command was used wrongly (exit code 2), rather than something having failed (exit code 1).
    public var isWrongUsage: Bool {
        switch self {
        case .notADemo, .otherDemo, .emptyPath, .notAnAddress, .sameStore: true
        default: false
        }
    }

    /// What a database's error means for the workspace at `location`.
    init(_ error: any Error, at location: WorkspaceLocation) {
        switch error {
        case let problem as WorkspaceProblem: self = problem
        case StorageError.newerSchema(let found, let known): self = .newer(found: found, known: known)
        case StorageError.corrupt(let detail): self = .damaged(path: location.store, detail: detail)
        case StorageError.busy: self = .busy(folder: location.shown)
        case StorageError.full: self = .diskFull(path: location.shown)
        case StorageError.readOnly: self = .notPermitted(path: location.store)
        case StorageError.unreachable(let detail): self = .unreachable(server: location.shown, detail: detail)
        case StorageError.uncertain(let detail), StorageError.tooLong(let detail):
            self = .failed(path: location.shown, detail: detail)
        default: self = .failed(path: location.shown, detail: ErrorText.of(error))
        }
    }

    /// What the system's error number means for a path.
    init(errno code: Int32, path: String) {
        switch code {
        case EACCES, EPERM: self = .notPermitted(path: path)
        case EROFS: self = .readOnly(path: path)
        case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
        case ENOTDIR: self = .fileInTheWay(path: path)
        default: self = .failed(path: path, detail: String(cString: strerror(code)))
        }
    }
}

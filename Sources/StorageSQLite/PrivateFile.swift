import Glibc
import Storage

/// Files and folders that only their owner may read.
enum PrivateFile {
    /// Makes an empty file with mode 0600 where there is none, and the folders above it with mode 0700.
    static func create(_ path: String) throws(StorageError) {
        guard access(path, F_OK) != 0 else { return }
        try createFolder(of: path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        Glibc.close(descriptor)
        try synchronize(folder(of: path))
    }

    /// Forces a file, or the names in a folder, to the disk.
    static func synchronize(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// Gives a file another name, replacing what had it, and forces the change to the disk.
    static func move(_ path: String, to destination: String) throws(StorageError) {
        guard rename(path, destination) == 0 else { throw failure(destination) }
        try synchronize(folder(of: destination))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func createFolder(of path: String) throws(StorageError) {
        let folder = folder(of: path)
        guard mkdir(folder, 0o700) != 0 else { return }
        if errno == ENOENT {
            try createFolder(of: folder)
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
        } else if errno != EEXIST {
            throw failure(folder)
        }
    }

    private static func failure(_ path: String) -> StorageError {
        switch errno {
        case EACCES, EPERM, EROFS: .readOnly
        case ENOSPC, EDQUOT: .full
        case let code: .other(code: Int(code), detail: "\(path): \(String(cString: strerror(code)))")
        }
    }
}

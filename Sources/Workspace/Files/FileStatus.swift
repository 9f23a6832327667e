import Glibc

/// What the file system says about a path.
struct FileStatus {
    private let status: stat

    /// `nil` where there is nothing, or nothing that may be looked at. Follows links.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.status = status
    }

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
    var isFile: Bool { status.st_mode & S_IFMT == S_IFREG }
    var size: Int { Int(status.st_size) }
    /// The permission bits.
    var mode: mode_t { status.st_mode & 0o7777 }
    /// Whether two paths lead to one file, so that what is written to one of them is in the other.
    func isSameFile(as other: FileStatus) -> Bool {
        status.st_dev == other.status.st_dev && status.st_ino == other.status.st_ino
    }
    var owner: uid_t { status.st_uid }
    var modifiedSeconds: Int { status.st_mtim.tv_sec }
}

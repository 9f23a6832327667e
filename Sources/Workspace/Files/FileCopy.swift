import Glibc

/// A file of its own with the same contents.
enum FileCopy {
    /// `FICLONE` of `<linux/fs.h>`, `_IOW(0x94, 9, int)`: the two share their blocks until one of them is written to. File
    /// systems such as Btrfs, XFS and bcachefs can do that.
    private static let clone: UInt = 0x4004_9409

    /// Makes it at a path where nothing is. `false` where `path` cannot be read; throws what the system says of the new
    /// one. Either way something may lie there then.
    static func make(of path: String, at copy: String, mode: mode_t) throws(WorkspaceProblem) -> Bool {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return false }
        defer { close(source) }
        let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard target >= 0 else { throw WorkspaceProblem(errno: errno, path: copy) }
        defer { close(target) }
        if ioctl(target, clone, source) == 0 { return true }
        var refusal: Int32 = 0
        let failure = PrivateFile.read(source) { bytes in
            guard refusal == 0, !PrivateFile.append(bytes, to: target) else { return }
            refusal = errno
        }
        guard refusal == 0 else { throw WorkspaceProblem(errno: refusal, path: copy) }
        return failure == 0
    }
}

import Glibc

/// Files that only their owner may read.
enum PrivateFile {
    /// Replaces a file as a whole: after a power cut it has either its old contents or these. Makes its folder too.
    static func replace(_ path: String, with contents: [UInt8]) throws(WorkspaceProblem) {
        let folder = PrivateFolder.parent(of: path)
        try PrivateFolder.make(folder)
        let temporary = temporaryName(in: folder)
        do throws(WorkspaceProblem) {
            try write(contents, to: temporary, synchronously: true)
            try move(temporary, to: path)
        } catch {
            unlink(temporary)
            throw error
        }
        try PrivateFolder.synchronize(folder)
    }

    /// The contents; `nil` where there is no such file.
    static func contents(of path: String) throws(WorkspaceProblem) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw WorkspaceProblem(errno: errno, path: path)
        }
        defer { close(descriptor) }
        var contents: [UInt8] = []
        let failure = read(descriptor) { contents += $0 }
        guard failure == 0 else { throw WorkspaceProblem(errno: failure, path: path) }
        return contents
    }

    /// Calls `body` with the file's bytes, piece by piece. Answers the system's error number, 0 for none.
    static func read(_ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void) -> Int32 {
        withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                if count == 0 { return 0 }
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            }
        }
    }

    /// Writes a new file with mode 0600. With `synchronously` it returns when the disk has it.
    static func write(_ contents: [UInt8], to path: String, synchronously: Bool) throws(WorkspaceProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: path) }
        defer { close(descriptor) }
        guard append(contents, to: descriptor), !synchronously || fsync(descriptor) == 0 else {
            throw WorkspaceProblem(errno: errno, path: path)
        }
    }

    /// Writes all of it; `false`, with `errno`, if the system would not take it.
    static func append(_ contents: [UInt8], to descriptor: Int32) -> Bool {
        contents.withUnsafeBytes { append($0, to: descriptor) }
    }

    /// The same for bytes that lie somewhere else.
    static func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            written += count
        }
        return true
    }

    /// Runs `body` while no other process or thread does so for the file at `path`, by a lock beside it.
    static func exclusively<Result>(
        _ path: String, _ body: () throws(WorkspaceProblem) -> Result
    ) throws(WorkspaceProblem) -> Result {
        try PrivateFolder.make(PrivateFolder.parent(of: path))
        let lock = path + ".lock"
        let descriptor = open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: lock) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw WorkspaceProblem(errno: errno, path: lock) }
        }
        return try body()
    }

    /// Forces a file to the disk.
    static func synchronize(_ path: String) throws(WorkspaceProblem) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw WorkspaceProblem(errno: errno, path: path) }
    }

    static func move(_ path: String, to destination: String) throws(WorkspaceProblem) {
        guard rename(path, destination) == 0 else { throw WorkspaceProblem(errno: errno, path: destination) }
    }

    /// How names of files begin that are being written and have no name of their own yet.
    static let temporaryPrefix = ".new-"

    static func temporaryName(in folder: String) -> String {
        "\(folder)/\(temporaryPrefix)\(getpid())-\(UInt64.random(in: 0 ... .max))"
    }
}

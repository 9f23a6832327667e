import Glibc

/// Small configuration files.
enum TextFile {
    struct Unreadable: Error {
        let message: String
    }

    /// What tells whether a file changed: cheap enough for every tick.
    struct Stamp: Hashable {
        let seconds: Int
        let nanoseconds: Int
        let size: Int
        let node: UInt64
    }

    /// The largest configuration that is read.
    private static let limit = 1 << 20

    static func read(_ path: String) -> Result<String, Unreadable> {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return .failure(Unreadable(message: String(cString: strerror(errno)))) }
        defer { _ = close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0 { return .failure(Unreadable(message: String(cString: strerror(errno)))) }
            if count == 0 { return .success(String(decoding: bytes, as: UTF8.self)) }
            bytes += chunk.prefix(count)
            if bytes.count > limit { return .failure(Unreadable(message: "larger than 1 MiB")) }
        }
    }

    static func stamp(_ path: String) -> Stamp? {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        return Stamp(
            seconds: found.st_mtim.tv_sec, nanoseconds: found.st_mtim.tv_nsec, size: Int(found.st_size),
            node: UInt64(found.st_ino))
    }

    /// The names in a directory, sorted; none when it is not there.
    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

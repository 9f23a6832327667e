import Glibc

/// Folders that only their owner may enter.
enum PrivateFolder {
    /// Makes the folder, and those above it, with mode 0700 where they are not there.
    static func make(_ path: String) throws(WorkspaceProblem) {
        if mkdir(path, 0o700) == 0 { return }
        switch errno {
        case EEXIST:
            guard FileStatus(path)?.isFolder == true else { throw .fileInTheWay(path: path) }
        case ENOENT where path.contains("/"):
            let above = parent(of: path)
            guard above != path else { throw WorkspaceProblem(errno: ENOENT, path: path) }
            try make(above)
            guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw WorkspaceProblem(errno: errno, path: path) }
        case let code:
            throw WorkspaceProblem(errno: code, path: code == ENOTDIR ? fileAbove(path) : path)
        }
    }

    /// Forces the names in a folder to the disk.
    static func synchronize(_ path: String) throws(WorkspaceProblem) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw WorkspaceProblem(errno: errno, path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw WorkspaceProblem(errno: errno, path: path) }
    }

    /// The names in a folder, without `.` and `..`, in the order of their bytes; none for a folder that is not there.
    static func names(in path: String) throws(WorkspaceProblem) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw WorkspaceProblem(errno: errno, path: path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The first part of the path that is a file.
    private static func fileAbove(_ path: String) -> String {
        var path = path
        while FileStatus(path) == nil, path != "/", path != "." { path = parent(of: path) }
        return path
    }
}

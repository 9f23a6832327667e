import Glibc

/// Uploaded files in two places at once.
enum FileLinks {
    /// Puts every uploaded file of `source` into `target` that is not there. Answers how many there are, and their bytes.
    static func fill(_ target: String, from source: String) throws(WorkspaceProblem) -> (count: Int, bytes: Int64) {
        var count = 0
        var bytes: Int64 = 0
        for name in try PrivateFolder.names(in: source) where FileFolder.isName(name) {
            let path = "\(source)/\(name)"
            guard let status = FileStatus(path), status.isFile else { continue }
            try add(path, as: "\(target)/\(name)", in: target)
            count += 1
            bytes += Int64(status.size)
        }
        if count > 0 { try PrivateFolder.synchronize(target) }
        return (count, bytes)
    }

    private static func add(_ path: String, as copy: String, in folder: String) throws(WorkspaceProblem) {
        if link(path, copy) == 0 || errno == EEXIST { return }
        // Another file system, or one without links.
        guard let contents = try PrivateFile.contents(of: path) else { return }
        let temporary = PrivateFile.temporaryName(in: folder)
        do throws(WorkspaceProblem) {
            try PrivateFile.write(contents, to: temporary, synchronously: true)
            try PrivateFile.move(temporary, to: copy)
        } catch {
            unlink(temporary)
            throw error
        }
    }
}

import Glibc

/// Puts the files of a copy back where the workspace has them.
enum RestoredFiles {
    /// Gives `live` every good file of `copy` that it lacks or that was altered there; what else lies there stays. Answers
    /// those of `needed`, which the restored rows name, of which neither has a good one.
    static func fill(_ live: String, from copy: String, needed: [String]) throws(WorkspaceProblem) -> [String] {
        try PrivateFolder.make(live)
        var missing = Set(needed)
        var isChanged = false
        for name in Set(try PrivateFolder.names(in: copy)).union(needed).sorted() where FileFolder.isName(name) {
            if FileDigest.sha256(of: "\(live)/\(name)") != name {
                guard FileDigest.sha256(of: "\(copy)/\(name)") == name else { continue }
                try put("\(copy)/\(name)", at: "\(live)/\(name)", in: live)
                isChanged = true
            }
            missing.remove(name)
        }
        if isChanged { try PrivateFolder.synchronize(live) }
        return missing.sorted()
    }

    private static func put(_ path: String, at place: String, in folder: String) throws(WorkspaceProblem) {
        let temporary = PrivateFile.temporaryName(in: folder)
        do throws(WorkspaceProblem) {
            guard try FileCopy.make(of: path, at: temporary, mode: 0o600) else {
                throw WorkspaceProblem(errno: errno, path: path)
            }
            try PrivateFile.synchronize(temporary)
            try PrivateFile.move(temporary, to: place)
        } catch {
            unlink(temporary)
            throw error
        }
    }
}

import Engine
import Glibc
import Storage

/// A workspace's uploaded files: `files/<sha256>`, each written aside, forced to the disk, and only then named.
/// Usable from any thread and by several processes.
public final class FileFolder: FileStore {
    public let path: String

    public init(path: String) { self.path = path }

    public func keep(_ contents: [UInt8]) throws -> String { try keepAll([contents])[0] }

    /// Keeps many at once. The disk is waited for once, not once a file.
    public func keepAll(_ contents: [[UInt8]]) throws -> [String] {
        guard !contents.isEmpty else { return [] }
        let names = contents.map { Digest.sha256($0) }
        do {
            try add(zip(names, contents).filter { !exists(sha256: $0.0) })
        } catch {
            throw error.storageError
        }
        return names
    }

    /// Throws `StorageError.corrupt` for a file that is not what was kept.
    public func contents(sha256: String) throws -> [UInt8]? {
        guard Self.isName(sha256) else { return nil }
        do {
            guard let contents = try PrivateFile.contents(of: "\(path)/\(sha256)") else { return nil }
            guard Digest.sha256(contents) == sha256 else {
                throw StorageError.corrupt(detail: "files/\(sha256) was altered")
            }
            return contents
        } catch let problem as WorkspaceProblem {
            throw problem.storageError
        }
    }

    public func exists(sha256: String) -> Bool {
        Self.isName(sha256) && FileStatus("\(path)/\(sha256)")?.isFile == true
    }

    public func remove(sha256: String) throws {
        guard Self.isName(sha256) else { return }
        let file = "\(path)/\(sha256)"
        guard unlink(file) != 0, errno != ENOENT else { return }
        throw StorageError.other(code: Int(errno), detail: "\(file): \(String(cString: strerror(errno)))")
    }

    /// Whether a name is that of a kept file, so that no other path is ever asked for.
    static func isName(_ name: some StringProtocol) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    private func add(_ files: [(name: String, contents: [UInt8])]) throws(WorkspaceProblem) {
        guard !files.isEmpty else { return }
        try PrivateFolder.make(path)
        // A few wait for the disk one by one. For many that would be a wait each, so the system writes everything that
        // it holds, and then each file only has to say that it is written.
        let together = files.count > 8
        var written: [(temporary: String, name: String)] = []
        do throws(WorkspaceProblem) {
            for file in files {
                let temporary = PrivateFile.temporaryName(in: path)
                written.append((temporary, file.name))
                try PrivateFile.write(file.contents, to: temporary, synchronously: !together)
            }
            if together {
                sync()
                for file in written { try PrivateFile.synchronize(file.temporary) }
            }
            for file in written { try PrivateFile.move(file.temporary, to: "\(path)/\(file.name)") }
        } catch {
            for file in written { unlink(file.temporary) }
            throw error
        }
        try PrivateFolder.synchronize(path)
    }
}

extension WorkspaceProblem {
    /// The same as the engine knows it, so that its caller is told what to do.
    var storageError: StorageError {
        switch self {
        case .diskFull: .full
        case .notPermitted, .readOnly: .readOnly
        default: .other(code: 0, detail: description)
        }
    }
}

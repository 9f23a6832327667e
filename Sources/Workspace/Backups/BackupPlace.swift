import Engine
import Glibc
import JSON

/// One copy on the disk.
struct BackupPlace {
    let folder: String

    init(_ folder: String) { self.folder = folder }

    var database: String { folder + "/workspace.db" }
    var files: String { folder + "/files" }
    private var manifestPath: String { folder + "/manifest.json" }
    var name: String { folder.split(separator: "/").last.map(String.init) ?? folder }

    /// What was written down about it. The folder's name counts, should somebody have renamed it.
    func manifest() throws(WorkspaceProblem) -> Backup {
        guard let bytes = try PrivateFile.contents(of: manifestPath) else {
            throw .damagedBackup(name: name, detail: "manifest.json")
        }
        do {
            var backup = try JSONValue(parsing: bytes).decoded(as: Backup.self)
            backup.name = name
            return backup
        } catch {
            throw .damagedBackup(name: name, detail: "manifest.json")
        }
    }

    func write(_ backup: Backup) throws(WorkspaceProblem) {
        let text: String
        do {
            text = try JSONValue(encoding: backup).serialized()
        } catch {
            throw .failed(path: manifestPath, detail: "\(error)")
        }
        try PrivateFile.replace(manifestPath, with: Array((text + "\n").utf8))
    }

    /// Takes away what SQLite leaves beside a file that was only read.
    func tidy() {
        if let log = FileStatus(database + "-wal"), log.size > 0 { return }
        for suffix in ["-wal", "-shm"] { unlink(database + suffix) }
    }

    /// Takes an unfinished one away.
    func remove() {
        for name in (try? PrivateFolder.names(in: files)) ?? [] { unlink("\(files)/\(name)") }
        rmdir(files)
        for name in (try? PrivateFolder.names(in: folder)) ?? [] { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }
}

import Domain
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

    /// What can be said of one whose manifest cannot be read: what its name and its files tell.
    var damaged: Backup {
        let parts = name.split(separator: "-")
        let reason = parts.lazy.compactMap { Backup.Reason(rawValue: String($0)) }.first
        let database = FileStatus(database)
        let sizes = ((try? PrivateFolder.names(in: files)) ?? []).compactMap { FileStatus("\(files)/\($0)")?.size }
        return Backup(
            name: name, reason: reason ?? .requested,
            createdAt: parts.first.flatMap { Self.moment(String($0)) } ?? changed,
            databaseBytes: Int64(database?.size ?? 0), databaseDigest: "", files: sizes.count,
            fileBytes: sizes.reduce(0) { $0 + Int64($1) }, schemaVersion: 0, damage: "manifest.json")
    }

    /// The moment that a name begins with, such as `20261126T021500123Z`.
    private static func moment(_ text: String) -> Instant? {
        let digits = Array(text)
        guard digits.count == 19, digits[8] == "T", digits[18] == "Z" else { return nil }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return Instant(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):\(part(13..<15))"
                + ".\(part(15..<18))Z")
    }

    /// When the folder was last changed.
    private var changed: Instant {
        Instant(milliseconds: Int64(FileStatus(folder)?.modifiedSeconds ?? 0) * 1_000)
    }

    func write(_ backup: Backup) throws(WorkspaceProblem) {
        let text: String
        do {
            text = try JSONValue(encoding: backup).serialized()
        } catch {
            throw .failed(path: manifestPath, detail: ErrorText.of(error))
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

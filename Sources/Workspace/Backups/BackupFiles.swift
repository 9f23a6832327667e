import Glibc

/// The uploaded files of a copy that is being made. They are never the very files that the workspace works with, so that
/// what happens to those does not happen to the copy: each is copied once, shared with the copies that come after it, and
/// may only be read (docs/decisions/0215-files-of-backups.md).
struct BackupFiles {
    /// Where they go.
    let target: String
    /// Those of the workspace.
    let live: String
    /// Those of the copies that there are, the newest first.
    let earlier: [String]

    /// In so many of the newest copies a file is looked for that could be shared.
    private static let sharing = 2
    /// From so many on the disk is asked once to write everything, and then each file only has to say that it is written.
    private static let together = 8

    struct Content {
        var count = 0
        var bytes: Int64 = 0
        /// Of which there is no good one anywhere.
        var missing: [String] = []
    }

    /// Takes in every file of the workspace and every one of `needed`, which rows name. With `reading` each file in the
    /// copy is read and is what its name says; without it, one that is as long as the workspace's own counts as good.
    func fill(needed: [String], reading: Bool) throws(WorkspaceProblem) -> Content {
        var content = Content()
        var copied: [String] = []
        let names = Set(try PrivateFolder.names(in: live).filter { FileFolder.isName($0) })
            .union(needed.filter { FileFolder.isName($0) })
        for name in names.sorted() {
            let path = "\(target)/\(name)"
            let isShared = share(name, reading: reading)
            var isThere = isShared
            if !isThere { isThere = try copy(name, from: live, reading: reading) }
            if !isThere { isThere = try rescue(name) }
            guard isThere else {
                content.missing.append(name)
                continue
            }
            if !isShared { copied.append(path) }
            content.count += 1
            content.bytes += Int64(FileStatus(path)?.size ?? 0)
        }
        content.missing = (content.missing + needed.filter { !FileFolder.isName($0) }).sorted()
        try settle(copied)
        return content
    }

    /// Shares the file of an earlier copy, unless that is the workspace's own, as in copies that earlier versions made.
    private func share(_ name: String, reading: Bool) -> Bool {
        let path = "\(target)/\(name)"
        let own = FileStatus("\(live)/\(name)")
        for folder in earlier.prefix(Self.sharing) {
            guard let known = FileStatus("\(folder)/\(name)"), known.isFile else { continue }
            if let own, known.isSameFile(as: own) { continue }
            guard reading || known.size == own?.size, link("\(folder)/\(name)", path) == 0 else { continue }
            if !reading || isGood(name) { return true }
            unlink(path)
        }
        return false
    }

    private func copy(_ name: String, from folder: String, reading: Bool) throws(WorkspaceProblem) -> Bool {
        guard FileStatus("\(folder)/\(name)")?.isFile == true else { return false }
        let path = "\(target)/\(name)"
        let isWhole = try FileCopy.make(of: "\(folder)/\(name)", at: path, mode: 0o400)
        if isWhole, !reading || isGood(name) { return true }
        unlink(path)
        return false
    }

    /// What the workspace has lost an earlier copy may still have.
    private func rescue(_ name: String) throws(WorkspaceProblem) -> Bool {
        for folder in earlier where try copy(name, from: folder, reading: true) { return true }
        return false
    }

    private func isGood(_ name: String) -> Bool { FileDigest.sha256(of: "\(target)/\(name)") == name }

    /// Forces what was copied to the disk.
    private func settle(_ copied: [String]) throws(WorkspaceProblem) {
        if copied.count > Self.together { sync() }
        for path in copied { try PrivateFile.synchronize(path) }
        try PrivateFolder.synchronize(target)
    }
}

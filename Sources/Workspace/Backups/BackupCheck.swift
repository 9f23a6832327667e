import Domain
import Engine
import Storage
import StorageSQLite

/// Reads a copy back.
struct BackupCheck {
    private let place: BackupPlace
    private let backup: Backup

    init(_ place: BackupPlace, _ backup: Backup) {
        self.place = place
        self.backup = backup
    }

    /// The file is the very one that was written.
    func compareDigest() throws(WorkspaceProblem) {
        guard FileDigest.sha256(of: place.database) == backup.databaseDigest else {
            throw damaged("workspace.db")
        }
    }

    /// Every page is whole, and every reference leads to a row. Answers the files of CVs that the rows name, in order.
    func readDatabase() throws(WorkspaceProblem) -> [String] {
        try inspect { inspection in
            if let problem = try inspection.fileProblems(limit: 1).first { throw damaged(problem) }
            if let broken = try inspection.brokenReferences(limit: 1).first { throw damaged(broken.table) }
            return try names(inspection)
        }
    }

    /// The files of CVs that the rows name, in order, without a look at the rest.
    func namedFiles() throws(WorkspaceProblem) -> [String] { try inspect(names) }

    /// Files that are not what their names say, and those of `needed` that were there once and are not any more.
    func damagedFiles(needed: [String]) throws(WorkspaceProblem) -> [String] {
        var damaged = Set(needed).subtracting(backup.missingFiles ?? [])
        for name in try PrivateFolder.names(in: place.files) where FileFolder.isName(name) {
            if FileDigest.sha256(of: "\(place.files)/\(name)") == name {
                damaged.remove(name)
            } else {
                damaged.insert(name)
            }
        }
        return damaged.sorted()
    }

    private func names(_ inspection: SQLiteInspection) throws -> [String] {
        // A document that was erased with its person has no file.
        try inspection.read { transaction in
            try transaction.column(
                "SELECT DISTINCT sha256 FROM cv WHERE sha256 <> '' ORDER BY sha256", as: String.self)
        }
    }

    private func inspect(_ body: (SQLiteInspection) throws -> [String]) throws(WorkspaceProblem) -> [String] {
        defer { place.tidy() }
        do {
            return try body(SQLiteInspection(path: place.database))
        } catch let problem as WorkspaceProblem {
            throw problem
        } catch {
            throw damaged("\(error)")
        }
    }

    private func damaged(_ detail: String) -> WorkspaceProblem { .damagedBackup(name: backup.name, detail: detail) }
}

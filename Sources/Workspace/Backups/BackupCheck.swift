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

    /// Every page is whole, every reference leads to a row, and each CV's file is there.
    func readDatabase() throws(WorkspaceProblem) {
        let missing: String?
        defer { place.tidy() }
        do {
            let inspection = try SQLiteInspection(path: place.database)
            if let problem = try inspection.fileProblems(limit: 1).first { throw damaged(problem) }
            if let broken = try inspection.brokenReferences(limit: 1).first { throw damaged(broken.table) }
            missing = try inspection.read { transaction in
                try transaction.column(
                    "SELECT DISTINCT sha256 FROM cv WHERE sha256 <> ''", as: String.self
                ).first { name in
                    FileStatus("\(place.files)/\(name)")?.isFile != true
                }
            }
        } catch let problem as WorkspaceProblem {
            throw problem
        } catch {
            throw damaged("\(error)")
        }
        if let missing { throw damaged("files/\(missing)") }
    }

    /// Every file is what its name says.
    func readFiles() throws(WorkspaceProblem) {
        for name in try PrivateFolder.names(in: place.files) where FileFolder.isName(name) {
            guard FileDigest.sha256(of: "\(place.files)/\(name)") == name else { throw damaged("files/\(name)") }
        }
    }

    private func damaged(_ detail: String) -> WorkspaceProblem { .damagedBackup(name: backup.name, detail: detail) }
}

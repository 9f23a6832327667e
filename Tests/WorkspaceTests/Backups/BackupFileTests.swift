import Domain
import Engine
import Foundation
import JSON
import Storage
import Testing
import Workspace

/// The uploaded files of copies: what happens to one of them happens to no other, and what is lost is said.
@Suite struct BackupFileTests {
    private let place: Place
    private let workspace: Workspace
    /// The file of the one CV that there is.
    private let file: String

    init() throws {
        place = try Place(.either)
        workspace = try Workspace.create(at: place.location, options: Place.options) { engine in
            try engine.createFirstSuperadmin(email: "owner@example.com", password: "correct horse battery staple")
        }
        let token = try workspace.openSession(email: "owner@example.com")
        let candidate = workspace.engine.dispatch(
            "candidates.create", input: ["first_name": "Zoé", "last_name": "Roux"], as: .token(token))
        let uploaded = workspace.engine.dispatch(
            "candidates.cv.upload",
            input: [
                "candidate_id": candidate.body["id"] ?? .null, "filename": "cv.txt",
                "content_base64": "Wm/DqSBSb3V4Cg==",
            ], as: .token(token))
        try #require(uploaded.isSuccess)
        file = try #require(try place.names(place.location.files).first)
    }

    private var live: String { "\(place.location.files)/\(file)" }
    private func copy(in backup: Backup) -> String { "\(place.location.backups)/\(backup.name)/files/\(file)" }

    private func call(_ operation: String, _ input: JSONValue = [:]) throws -> EncodedAnswer {
        let token = try workspace.openSession(email: "owner@example.com")
        return workspace.engine.dispatch(operation, input: input, as: .token(token))
    }

    /// Adds to a file without replacing it, as a broken disk or a careless shell would.
    private func alter(_ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? handle.close() }
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("x".utf8))
    }

    private func inode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    @Test func anAlteredFileOfTheWorkspaceHarmsNoCopy() throws {
        let first = try workspace.backUp()
        #expect(try inode(copy(in: first)) != inode(live))
        #expect(try place.mode(copy(in: first)) == 0o400)
        try alter(live)
        #expect(try workspace.backups.verify(first.name, at: first.createdAt).damagedFiles == nil)
        // The next one shares the good file of the one before.
        let second = try workspace.backUp()
        #expect(try inode(copy(in: second)) == inode(copy(in: first)))
        #expect(second.missingFiles == nil)
        #expect(try workspace.backups.verify(second.name, at: second.createdAt).files == 1)
        let done = try workspace.restore(first.name)
        #expect(done.missing == [])
        #expect(try workspace.files.contents(sha256: file) == Array("Zoé Roux\n".utf8))
        #expect(try place.mode(live) == 0o600)
        #expect(try inode(live) != inode(copy(in: first)))
        workspace.close()
    }

    @Test func aCopyIsMadeOfWhatEarlierVersionsLinked() throws {
        let first = try workspace.backUp()
        try FileManager.default.removeItem(atPath: copy(in: first))
        try FileManager.default.linkItem(atPath: live, toPath: copy(in: first))
        let second = try workspace.backUp()
        #expect(try inode(copy(in: second)) != inode(live))
        workspace.close()
    }

    @Test func aFileThatIsMissingIsNamedAndTheRestIsCopied() throws {
        try FileManager.default.removeItem(atPath: live)
        let made = try workspace.backUp()
        #expect(made.missingFiles == [file])
        #expect(made.files == 0)
        #expect(made.verifiedAt != nil)
        #expect(try workspace.backups.verify(made.name, at: made.createdAt).missingFiles == [file])
        let asked = try call("admin.backup")
        #expect(asked.status == 201)
        #expect(asked.body["missing_files"] == [.string(file)])
        let health = try call("superadmin.systemHealth").body["checks"]?.arrayValue
        #expect(health?.first { $0["name"] == "backup" }?["status"] == "warning")
        let done = try workspace.restore(made.name)
        #expect(done.missing == [file])
        #expect(done.before.missingFiles == [file])
        workspace.close()
    }

    @Test func whatCannotBeMendedIsNoReasonToRefuseWhatAsksForACopy() throws {
        try alter(live)
        try workspace.database.write { _ = try $0.execute("UPDATE candidate SET name_folded = 'wrong'") }
        let plan = try call("superadmin.dataMigration").body
        let applied = try call(
            "superadmin.dataMigration", ["mode": "apply", "plan_id": plan["plan_id"] ?? .null])
        #expect(applied.status == 200, "\(applied.body)")
        #expect(applied.body["backup"]?["missing_files"] == [.string(file)])
        workspace.close()
    }

    @Test func whatTheWorkspaceHasLostAnEarlierCopyStillHas() throws {
        let first = try workspace.backUp()
        try FileManager.default.removeItem(atPath: live)
        let second = try workspace.backUp()
        #expect(second.missingFiles == nil)
        #expect(second.files == 1)
        #expect(try Data(contentsOf: URL(filePath: copy(in: second))) == Data("Zoé Roux\n".utf8))
        #expect(first.files == 1)
        workspace.close()
    }

    @Test func aCopyWithADamagedFileGivesBackTheRest() throws {
        let made = try workspace.backUp()
        try alter(copy(in: made))
        #expect(throws: WorkspaceProblem.damagedFiles(name: made.name, files: [file])) {
            try workspace.backups.verify(made.name, at: made.createdAt)
        }
        let listed = try #require(try workspace.backups.list().first)
        #expect(listed.damagedFiles == [file])
        #expect(listed.verifiedAt == nil)
        #expect(try call("companies.create", ["name": "After"]).status == 201)
        // The workspace's own is good and stays.
        #expect(try workspace.restore(made.name).missing == [])
        #expect(try workspace.database.read { try $0.value("SELECT COUNT(*) FROM company") } == 0)
        #expect(try workspace.files.contents(sha256: file) != nil)
        try FileManager.default.removeItem(atPath: live)
        #expect(try workspace.restore(made.name).missing == [file])
        // The next copy does not share it.
        try place.write("Zoé Roux\n", to: live)
        let next = try workspace.backUp()
        #expect(next.missingFiles == nil)
        #expect(try workspace.backups.verify(next.name, at: next.createdAt).files == 1)
        workspace.close()
    }

    @Test func ofADamagedDatabaseThereIsNoCopyAndItIsSaid() throws {
        let demo = try DemoPlace()
        try demo.plant("DELETE FROM company WHERE row_no = 1")
        let opened = try DemoWorkspace.open(at: demo.location, as: .superadmin, options: Place.options)
        defer { opened.workspace.close() }
        let problem = #expect(throws: WorkspaceProblem.self) { try opened.workspace.backUp() }
        guard case .backupFailed = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(problem?.phrase.english.contains("No backup was made") == true)
        #expect(problem?.phrase.french.contains("Aucune sauvegarde n’a été faite") == true)
        let answer = opened.workspace.engine.dispatch("admin.backup", input: [:], as: .token(opened.token))
        #expect(answer.status == 503)
        #expect(answer.body["detail"]?.stringValue?.contains("sauvegarde") == true)
        #expect(try demo.place.names(demo.location.backups).isEmpty)
    }
}

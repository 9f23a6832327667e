import Domain
import Engine
import Foundation
import JSON
import Storage
import StoragePostgres
import StorageSQLite
import TestSupport
import Testing
import Workspace

@Suite struct BackupTests {
    let place: Place
    let workspace: Workspace

    init() throws {
        place = try Place(.either)
        workspace = try Workspace.create(at: place.location, options: Place.options) { engine in
            try engine.createFirstSuperadmin(email: "owner@example.com", password: "correct horse battery staple")
        }
    }

    private func call(_ operation: String, _ input: JSONValue, in workspace: Workspace) throws -> JSONValue {
        let token = try workspace.openSession(email: "owner@example.com")
        let answer = workspace.engine.dispatch(operation, input: input, as: .token(token))
        try #require(answer.isSuccess, "\(answer.body)")
        return answer.body
    }

    private func companies(in workspace: Workspace) throws -> Int {
        try workspace.database.read { try $0.value("SELECT COUNT(*) FROM company") ?? 0 }
    }

    @Test func aCopyHoldsTheDatabaseAndTheFiles() throws {
        let candidate = try call("candidates.create", ["first_name": "Zoé", "last_name": "Roux"], in: workspace)
        _ = try call(
            "candidates.cv.upload",
            ["candidate_id": candidate["id"] ?? .null, "filename": "cv.txt", "content_base64": "Wm/DqSBSb3V4Cg=="],
            in: workspace)
        let made = try workspace.backUp(note: "with a CV")
        #expect(made.files == 1)
        #expect(made.verifiedAt == made.createdAt)
        let folder = "\(place.location.backups)/\(made.name)"
        #expect(try place.names(folder) == ["files", "manifest.json", "workspace.db"])
        #expect(try place.mode(folder) == 0o700)
        #expect(try place.mode(folder + "/workspace.db") == 0o600)
        #expect(try workspace.backups.list() == [made])
        // A file that goes missing comes back with the copy.
        let file = try #require(try place.names(place.location.files).first)
        try FileManager.default.removeItem(atPath: place.location.files + "/" + file)
        _ = try workspace.restore(made.name)
        #expect(try place.names(place.location.files) == [file])
        // The copy is the same as before, and nothing lies beside it.
        #expect(try workspace.backups.verify(made.name, at: made.createdAt).databaseDigest == made.databaseDigest)
        #expect(try place.names(folder) == ["files", "manifest.json", "workspace.db"])
        workspace.close()
    }

    @Test func aCopyIsConsistentWhileOthersWrite() async throws {
        let stop = Flag()
        let writer = Task.detached { [workspace] in
            let token = try workspace.openSession(email: "owner@example.com")
            var number = 0
            while !stop.isSet {
                number += 1
                _ = workspace.engine.dispatch(
                    "companies.create", input: ["name": .string("Company \(number)")], as: .token(token))
            }
            return number
        }
        while try companies(in: workspace) == 0 { try await Task.sleep(for: .milliseconds(2)) }
        var counts: [Int] = []
        for _ in 0..<3 {
            let made = try workspace.backUp()
            let copy = try SQLiteInspection(path: "\(place.location.backups)/\(made.name)/workspace.db")
            let found = try copy.read { transaction in
                let rows: Int = try transaction.value("SELECT COUNT(*) FROM company") ?? 0
                let entries: Int =
                    try transaction.value(
                        "SELECT COUNT(*) FROM audit_log WHERE operation_id = 'companies.create'") ?? 0
                let whole = try AuditVerification(in: transaction).findings.isEmpty
                return (rows, entries, whole)
            }
            #expect(found.0 == found.1)
            #expect(found.2)
            counts.append(found.0)
        }
        stop.set()
        #expect(try await writer.value > 0)
        #expect(counts == counts.sorted())
        workspace.close()
    }

    @Test(.enabled(if: TestServer.shared != nil, "RPLUS_TEST_DATABASE names no server"))
    func whatAKilledRestoreLeftIsNamedAndClearedAway() throws {
        let made = try workspace.backUp()
        let schema: String = try workspace.database.read { try $0.value("SELECT current_schema()") } ?? ""
        let staging = schema + "_restoring"
        func leftovers() -> [Finding] {
            Doctor.examine(Doctor.Request(location: place.location, environment: [:]))
                .filter { $0.check == .leftovers }
        }
        func isThere() throws -> Bool {
            try workspace.database.read { try $0.exists("SELECT 1 FROM pg_namespace WHERE nspname = \(staging)") }
        }
        #expect(leftovers().map(\.severity) == [.ok])
        let name = SQL(trusted: "\"\(staging)\"")
        try workspace.database.write { transaction in
            try transaction.execute("CREATE SCHEMA \(name)")
            try transaction.execute("CREATE TABLE \(name).company (id bigint)")
        }
        let found = leftovers()
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.what.english.contains(staging) == true)
        #expect(found.first?.remedy?.english.contains("DROP SCHEMA \"\(staging)\" CASCADE") == true)
        // One that is at work is not interrupted.
        let uri = try #require(place.location.server).uri
        let path = "options=-csearch_path%3D\(staging)"
        let other = try PostgresDatabase(
            try #require(PostgresAddress(uri + (uri.contains("?") ? "&" : "?") + path)))
        #expect(try other.claim())
        #expect(leftovers().map(\.severity) == [.ok])
        #expect(throws: WorkspaceProblem.self) { _ = try workspace.restore(made.name) }
        #expect(try isThere())
        try other.close()
        #expect(leftovers().map(\.severity) == [.warning])
        _ = try workspace.restore(made.name)
        #expect(try !isThere())
        #expect(leftovers().map(\.severity) == [.ok])
        workspace.close()
    }

    @Test func otherProgramsThatHaveItOpenSeeTheRestoredRows() throws {
        _ = try call("companies.create", ["name": "Before"], in: workspace)
        let made = try workspace.backUp()
        let other = try Workspace.open(at: place.location, options: Place.options)
        _ = try call("companies.create", ["name": "After"], in: other)
        #expect(try companies(in: workspace) == 2)
        let clock = try #require(other.engine.changeClock())
        let done = try workspace.restore(made.name)
        #expect(done.before.reason == .restore)
        #expect(try companies(in: other) == 1)
        #expect(try #require(other.engine.changeClock()) > clock)
        // Both go on writing.
        _ = try call("companies.create", ["name": "Again"], in: other)
        _ = try call("companies.create", ["name": "And again"], in: workspace)
        #expect(try companies(in: other) == 3)
        #expect(try other.database.integrityProblems(limit: 3).isEmpty)
        #expect(try call("admin.verifyAuditLog", [:], in: other)["is_whole"] == true)
        let restored = try call("admin.auditLogs", ["operation_id": "backup.restore"], in: other)
        #expect(restored["total"] == 1)
        other.close()
        workspace.close()
    }

    @Test func anOlderCopyIsBroughtUpToDate() throws {
        workspace.close()
        // A workspace of the first version, copied, then brought up to date.
        let older = try Place(.either)
        var first = Place.options
        first.migrations = [first.migrations[0], first.migrations[1]]
        let old = try older.emptyStore()
        try old.migrate(first.migrations) { _ in }
        try old.write { transaction in
            _ = try transaction.execute(
                "INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, \([UInt8](repeating: 0, count: 32)))")
            try transaction.execute(
                """
                INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded,
                password_hash, first_name, last_name, role, status, locale, timezone, failed_logins, token_epoch)
                VALUES (\(User.ID(high: 7, low: 7)), 0, 0, 1, 0, 'ada@old.example', 'ada@old.example', '', 'Ada',
                'Byron', 'admin', 'active', 'en', 'UTC', 0, 1)
                """)
        }
        try old.close()
        let opened = try Workspace.open(at: older.location, options: Place.options)
        let backup = try #require(try opened.backups.list().first)
        #expect(backup.reason == .migration)
        #expect(backup.schemaVersion == 2)
        _ = try opened.restore(backup.name)
        #expect(try opened.database.schemaVersion() == Place.options.migrations.last?.number)
        // What an older program did not keep is there at once, not when it is opened next.
        #expect(try opened.database.read { try $0.value("SELECT row_no FROM user_account", as: Int?.self) } == 1)
        // What was put back is what anybody opens from now on, with the rules of today.
        let again = try Workspace.open(at: older.location, options: Place.options)
        #expect(try again.database.read { try $0.value("SELECT COUNT(*) FROM audit_log", as: Int.self) } == 1)
        #expect(try again.database.integrityProblems(limit: 3).isEmpty)
        again.close()
        opened.close()
    }

    @Test func aDamagedOrForeignCopyIsRefused() throws {
        let made = try workspace.backUp()
        let folder = "\(place.location.backups)/\(made.name)"
        try place.write("x", to: folder + "/files/" + String(repeating: "a", count: 64))
        #expect(
            throws: WorkspaceProblem.damagedFiles(name: made.name, files: [String(repeating: "a", count: 64)])
        ) { try workspace.backups.verify(made.name, at: made.createdAt) }
        for name in ["", ".", "..", "../files", "nothing", "/etc"] {
            #expect(throws: WorkspaceProblem.noBackup(name: name, folder: place.location.backups)) {
                try workspace.restore(name)
            }
        }
        try place.write("{}", to: folder + "/manifest.json")
        let listed = try workspace.backups.list()
        #expect(listed.map(\.name) == [made.name])
        #expect(listed.map(\.damage) == ["manifest.json"])
        #expect(listed.map(\.createdAt) == [made.createdAt])
        workspace.close()
    }

    private final class Flag: @unchecked Sendable {
        private let lock = NSLock()
        private var value = false
        var isSet: Bool { lock.withLock { value } }
        func set() { lock.withLock { value = true } }
    }
}

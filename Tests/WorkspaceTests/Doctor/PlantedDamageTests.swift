import Domain
import Engine
import Foundation
import Testing
import Workspace

/// Each kind of damage is planted in a whole workspace, and doctor names it.
@Suite struct PlantedDamageTests {
    /// Statements that do damage, and what doctor must say about it.
    struct Plant: CustomTestStringConvertible, Sendable {
        let name: String
        let statements: String
        let check: Finding.Check
        let place: String
        var testDescription: String { name }

        init(_ name: String, _ statements: String, _ check: Finding.Check, _ place: String) {
            self.name = name
            self.statements = statements
            self.check = check
            self.place = place
        }
    }

    static let plants = [
        Plant("altered audit row", "UPDATE audit_log SET outcome = 500 WHERE seq = 1", .audit, "seq 1"),
        Plant("altered audit payload", "UPDATE audit_log SET after = '{}' WHERE seq = 1", .audit, "seq 1"),
        Plant("removed audit row", "DELETE FROM audit_log WHERE seq = 1", .audit, "seq 1"),
        Plant("audit log cut off", "DELETE FROM audit_log WHERE seq = 2", .audit, "seq 2"),
        Plant(
            "history that disagrees with status",
            "UPDATE application SET status = CASE status WHEN 'applied' THEN 'screening' ELSE 'applied' END WHERE row_no = 3",
            .history, "application "),
        Plant(
            "application without history",
            """
            DELETE FROM status_history WHERE application_id = (SELECT id FROM application WHERE row_no = 4)
            """, .history, "application "),
        Plant(
            "closed application that is open",
            "UPDATE application SET closed_at = NULL WHERE status = 'rejected'", .applications, "application "),
        Plant(
            "two open applications of one candidate to one job",
            """
            DROP INDEX application_open;
            UPDATE application SET status = 'applied', closed_at = NULL, (candidate_id, job_id) =
            (SELECT candidate_id, job_id FROM application WHERE row_no = 1) WHERE row_no IN (1, 2)
            """, .applications, "candidate "),
        Plant(
            "wrong counter", "UPDATE application_count SET n = n + 1 WHERE rowid = 7", .counters, "application_count"),
        Plant(
            "wrong last contact",
            """
            UPDATE retention_term SET heard_at = heard_at + 1
            WHERE candidate_id = (SELECT MIN(candidate_id) FROM retention_term)
            """, .retention, "retention_term "),
        Plant(
            "missing last contact",
            "DELETE FROM retention_term WHERE candidate_id = (SELECT MIN(candidate_id) FROM retention_term)",
            .retention, "retention_term "),
        Plant(
            "something shared that nobody shares",
            "INSERT INTO shared_contact (kind, value_folded, members) VALUES ('phone', '+33000', 2)", .duplicates,
            "shared_contact phone"),
        Plant(
            "name with another employer", "UPDATE candidate SET current_company = 'Zzz' WHERE row_no = 3", .duplicates,
            "candidate "),
        Plant("missing counter", "DELETE FROM application_count WHERE rowid = 7", .counters, "application_count"),
        Plant(
            "wrong openings", "UPDATE job SET openings_filled = openings_filled + 1 WHERE row_no = 1", .openings, "job "
        ),
        Plant("job's history", "UPDATE job SET status = 'cancelled' WHERE row_no = 2", .jobs, "job "),
        Plant(
            "owner without an assignment", "DELETE FROM assignment WHERE subject_type = 'company'", .assignments,
            "company "),
        Plant(
            "assignment of somebody who owns nothing",
            "UPDATE candidate SET owner_consultant_id = NULL WHERE row_no = 1", .assignments, "candidate "),
        Plant("reference to a missing row", "DELETE FROM company WHERE row_no = 1", .references, ", row "),
        Plant("clock that was set back", "UPDATE sync_meta SET clock = 1", .clock, "sync_meta"),
        Plant(
            "name that its key does not follow", "UPDATE candidate SET last_name = 'Zzz' WHERE row_no = 3", .keys,
            "candidate "),
        Plant(
            "name that search does not follow", "UPDATE candidate SET last_name = 'Zzz' WHERE row_no = 3", .search,
            "candidate, row_no 3"),
        Plant(
            "title that search does not follow", "UPDATE job SET title = 'Zzz', title_folded = 'zzz' WHERE row_no = 3",
            .search, "job, row_no 3"),
        Plant(
            "CV whose file is nowhere",
            "UPDATE cv SET sha256 = 'nowhere' WHERE candidate_id = (SELECT id FROM candidate WHERE row_no = 5)",
            .files, "files/nowhere"),
        Plant(
            "row that cannot be read", "UPDATE candidate SET profiles = '{bad' WHERE row_no = 4", .search,
            "candidate, row_no 4"),
        Plant(
            "stale words beside a row that cannot be read",
            """
            UPDATE candidate SET profiles = '{bad' WHERE row_no = 4;
            UPDATE candidate SET last_name = 'Zzz' WHERE row_no = 3
            """, .search, "candidate, row_no 3"),
        Plant("another kind of database", "DROP TABLE schema_migration", .schema, "workspace.db"),
    ]

    @Test(arguments: plants)
    func doctorNamesIt(_ plant: Plant) throws {
        let demo = try DemoPlace()
        try DemoWorkspace.open(at: demo.location, options: Place.options).workspace.close()
        #expect(demo.damage() == [])
        try demo.plant(plant.statements)
        let found = demo.damage().filter { $0.check == plant.check }
        #expect(found.contains { $0.place?.contains(plant.place) == true }, "\(demo.damage())")
        #expect(found.allSatisfy { $0.remedy != nil || $0.command != nil || $0.place == nil || $0.check == .schema })
    }

    @Test func aMissingFileOfACV() throws {
        let demo = try DemoPlace()
        let path = try demo.curriculum()
        try FileManager.default.removeItem(atPath: path)
        let found = demo.damage()
        #expect(found.map(\.check) == [.files])
        #expect(found.first?.place == path)
        #expect(found.first?.what.english.contains("missing") == true)
    }

    @Test func anAlteredFileOfACV() throws {
        let demo = try DemoPlace()
        let path = try demo.curriculum()
        try demo.place.write("somebody else's words", to: path)
        let found = demo.damage()
        #expect(found.map(\.check) == [.files])
        #expect(found.first?.place == path)
        #expect(found.first?.what.english.contains("altered") == true)
    }

    @Test func theMissingFileOfACVIsNoExport() throws {
        let demo = try DemoPlace()
        let nowhere = String(repeating: "f", count: 64)
        try demo.plant(
            "UPDATE cv SET sha256 = '\(nowhere)' WHERE candidate_id = (SELECT id FROM candidate WHERE row_no = 3)")
        let found = demo.damage()
        #expect(found.map(\.check) == [.files])
        #expect(found.first?.what.english.hasPrefix("The file of the CV ") == true)
    }

    @Test func aBackupThatHasTheFileIsNamed() throws {
        let demo = try DemoPlace()
        let workspace = try Workspace.open(at: demo.location, options: Place.options)
        let made = try workspace.backUp()
        workspace.close()
        let path = try demo.curriculum()
        try FileManager.default.removeItem(atPath: path)
        #expect(demo.damage().first?.command?.contains("backups/\(made.name)/files/") == true)
    }

    @Test func aFileThatNoCVHas() throws {
        let demo = try DemoPlace()
        let files = FileFolder(path: demo.location.files)
        let name = try files.keep(Array("nobody's".utf8))
        #expect(demo.examine().allSatisfy { $0.check != .files || $0.severity == .ok })
        let found = demo.examine(daysLater: 1).filter { $0.check == .files }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.place == "\(files.path)/\(name)")
    }

    @Test func filesThatInterruptedWorkLeft() throws {
        let demo = try DemoPlace()
        try demo.place.write("half", to: demo.location.files + "/.new-1-2")
        try demo.place.write("half", to: demo.location.database + ".unfinished")
        try demo.place.write("half", to: demo.location.database + ".restoring")
        let found = demo.examine(daysLater: 1).filter { $0.check == .leftovers }
        #expect(found.map(\.severity) == [.warning, .warning, .warning])
    }

    @Test func aFolderThatCannotBeLookedThrough() throws {
        let demo = try DemoPlace()
        let backups = demo.location.backups
        try? FileManager.default.removeItem(atPath: backups)
        try demo.place.write("a file in the way", to: backups)
        let found = demo.examine().filter { $0.check == .leftovers }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.place == backups)
    }

    @Test func filesThatOthersMayRead() throws {
        let demo = try DemoPlace()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: demo.location.database)
        let found = demo.examine().filter { $0.check == .permissions }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.place == demo.location.database)
        #expect(found.first?.command == "chmod 600 \(demo.location.database)")
    }

    @Test func rebuildingMendsWhatIsDerived() throws {
        let demo = try DemoPlace()
        try demo.plant(
            """
            UPDATE application_count SET n = n + 3; UPDATE job SET openings_filled = openings_filled + 1;
            DELETE FROM application_search WHERE rowid < 20; UPDATE sync_meta SET clock = 1;
            UPDATE candidate SET last_name = 'Zzz' WHERE row_no = 3;
            UPDATE retention_term SET heard_at = heard_at + 1;
            INSERT INTO shared_contact (kind, value_folded, members) VALUES ('phone', '+33000', 2);
            UPDATE candidate SET current_company = 'Zzz' WHERE row_no = 4
            """)
        #expect(
            Set(demo.damage().map(\.check))
                == [.counters, .retention, .duplicates, .openings, .clock, .keys, .search])
        let workspace = try Workspace.open(at: demo.location, options: Place.options)
        try workspace.rebuild()
        workspace.close()
        #expect(demo.damage() == [])
    }
}

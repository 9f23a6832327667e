import Domain
import Foundation
import Testing
import Workspace

/// Database files that no longer are what SQLite wrote.
@Suite struct DamagedFileTests {
    /// The second half of the page is that of a moment in which the power went.
    private func tear(page: Int, of demo: DemoPlace) throws {
        let size = try RawDatabase.number("PRAGMA page_size", on: demo.location)
        try demo.overwrite(
            at: (page - 1) * size + size / 2, with: (0..<size / 2).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 7) })
    }

    @Test(arguments: ["application", "candidate", "audit_log", "status_history", "cv", "application_board"])
    func aTornPage(of table: String) throws {
        let demo = try DemoPlace()
        let root = try RawDatabase.number(
            "SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'", on: demo.location)
        try tear(page: root, of: demo)
        let found = demo.damage().filter { $0.check == .database }
        #expect(!found.isEmpty)
        #expect(found.first?.place == demo.location.database)
        #expect(found.first?.remedy != nil)
    }

    @Test func aTornFirstPage() throws {
        let demo = try DemoPlace()
        try demo.overwrite(at: 100, with: [UInt8](repeating: 0xEE, count: 3_000))
        #expect(demo.damage().contains { $0.check == .database })
    }

    @Test func aFileThatWasCutOff() throws {
        let demo = try DemoPlace()
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: demo.location.database))
        let size = try handle.seekToEnd()
        try handle.truncate(atOffset: size / 2)
        try handle.close()
        #expect(demo.damage().contains { $0.check == .database })
        // In words, not in the program's own.
        for finding in demo.damage() {
            for text in [finding.what.english, finding.what.french] { #expect(!text.contains("(detail:")) }
        }
    }

    @Test func aFileOfAnotherKind() throws {
        let demo = try DemoPlace()
        try demo.place.write("These are my notes, not a database.", to: demo.location.database)
        let found = demo.damage()
        #expect(found.contains { $0.check == .folder && $0.what.english.contains("not a RecrutementPlus workspace") })
        #expect(found.contains { $0.check == .database })
    }

    @Test func noWorkspaceAtAll() throws {
        let place = try Place()
        let findings = Doctor.examine(Doctor.Request(location: place.location, environment: [:]))
        let found = findings.filter { $0.severity == .damage }
        #expect(found.map(\.check) == [.folder])
    }

    @Test func aNewerSchemaIsNoDamage() throws {
        let demo = try DemoPlace()
        try demo.plant("INSERT INTO schema_migration (number, name, applied_at) VALUES (999, 'future', 0)")
        let findings = demo.examine()
        #expect(findings.filter { $0.severity == .damage } == [])
        #expect(findings.contains { $0.check == .schema && $0.severity == .warning })
    }
}

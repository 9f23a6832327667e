import Domain
import Foundation
import StoragePostgres
import Testing
import Workspace

/// What doctor could not look at is not well.
@Suite struct UnexaminedTests {
    @Test func aServerThatCannotBeReached() throws {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.location.folder, withIntermediateDirectories: true)
        let server: PostgresAddress = try #require(PostgresAddress("postgres://rplus@/none?host=/nonexistent"))
        let location = WorkspaceLocation(
            folder: place.location.folder, configuration: place.location.configuration, state: place.location.state,
            server: server)
        let findings = Doctor.examine(Doctor.Request(location: location, environment: [:]))
        #expect(Doctor.severity(of: findings) == .unexamined)
        let found = findings.filter { $0.severity == .unexamined }
        #expect(found.map(\.check) == [.database])
        #expect(found.first?.check.name.english == "Database")
        #expect(found.first?.what.english.hasPrefix("This could not be examined: ") == true)
        #expect(found.first?.what.french.hasPrefix("Examen impossible : ") == true)
    }
}

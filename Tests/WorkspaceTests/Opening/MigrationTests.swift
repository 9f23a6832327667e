import Domain
import Engine
import Foundation
import Storage
import StorageSQLite
import Testing
import Workspace

@Suite struct MigrationTests {
    /// The program's next version.
    private var newer: WorkspaceOptions {
        var options = Place.options
        let next = (options.migrations.last?.number ?? 0) + 1
        options.migrations.append(Migration(next, "next", statements: ["CREATE TABLE next_thing (id {id})"]))
        return options
    }

    @Test func anOlderWorkspaceIsBackedUpAndBroughtUpToDate() throws {
        let place = try Place(.either)
        let old = try Workspace.create(at: place.location, options: Place.options)
        let version = try old.database.schemaVersion()
        old.close()
        let workspace = try Workspace.open(at: place.location, options: newer)
        #expect(try workspace.database.schemaVersion() == version + 1)
        let backup = try #require(workspace.migrationBackup)
        workspace.close()
        #expect(backup.hasPrefix(place.location.backups + "/"))
        #expect(try place.mode(backup) == 0o600)
        let copy = try SQLiteDatabase(path: backup)
        #expect(try copy.schemaVersion() == version)
        #expect(try copy.integrityProblems(limit: 5).isEmpty)
        try copy.close()
        // Once is enough.
        let again = try Workspace.open(at: place.location, options: newer)
        #expect(again.migrationBackup == nil)
        again.close()
    }

    @Test func anOlderProgramRefusesIt() throws {
        let place = try Place(.either)
        try Workspace.create(at: place.location, options: newer).close()
        let known = Place.options.migrations.last?.number ?? 0
        #expect(throws: WorkspaceProblem.newer(found: known + 1, known: known)) {
            try Workspace.open(at: place.location, options: Place.options)
        }
    }

    @Test func withoutRoomForABackupNothingIsChanged() throws {
        let place = try Place(.either)
        let old = try Workspace.create(at: place.location, options: Place.options)
        let version = try old.database.schemaVersion()
        old.close()
        try FileManager.default.removeItem(atPath: place.location.backups)
        try place.write("in the way", to: place.location.backups)
        #expect(throws: WorkspaceProblem.fileInTheWay(path: place.location.backups)) {
            try Workspace.open(at: place.location, options: newer)
        }
        let same = try Workspace.open(at: place.location, options: Place.options)
        #expect(try same.database.schemaVersion() == version)
        same.close()
    }
}

import Domain
import Engine
import Foundation
import Storage
import Testing
import Workspace

@Suite struct OpeningTests {
    @Test func whatIsMadeCanBeOpenedAgain() throws {
        let place = try Place(.either)
        let made = try Workspace.create(at: place.location, options: Place.options)
        let epoch: [UInt8]? = try made.database.read { try $0.value("SELECT epoch FROM sync_meta") }
        made.close()
        let workspace = try Workspace.open(at: place.location, options: Place.options)
        defer { workspace.close() }
        #expect(try workspace.database.read { try $0.value("SELECT epoch FROM sync_meta") } == epoch)
        #expect(try workspace.kind() == .real)
        #expect(workspace.migrationBackup == nil)
        let answer = workspace.engine.dispatch("reasons.list", input: [:], as: .anonymous(.english))
        #expect(answer.status == 401)
    }

    @Test func whatCouldNotBeMadeLeavesNoFolder() throws {
        struct Refusal: Error {}
        let place = try Place(.either)
        #expect(throws: Refusal.self) {
            try Workspace.create(at: place.location, options: Place.options) { engine in
                _ = try engine.adapters.files.keep(Array("a CV".utf8))
                throw Refusal()
            }
        }
        #expect(!FileManager.default.fileExists(atPath: place.location.folder))
        // A folder that was there stays, with what was in it.
        let folder = place.location.folder
        try FileManager.default.createDirectory(atPath: folder + "/files", withIntermediateDirectories: true)
        #expect(throws: Refusal.self) {
            try Workspace.create(at: place.location, options: Place.options) { _ in throw Refusal() }
        }
        #expect(try place.names(folder) == ["files"])
        try Workspace.create(at: place.location, options: Place.options).close()
    }

    @Test func onlyTheOwnerMayReadIt() throws {
        let place = try Place()
        let workspace = try Workspace.create(at: place.location, options: Place.options)
        defer { workspace.close() }
        let name = try workspace.files.keep(Array("a CV".utf8))
        #expect(try place.mode(place.location.folder) == 0o700)
        #expect(try place.mode(place.location.files) == 0o700)
        #expect(try place.mode(place.location.backups) == 0o700)
        #expect(try place.mode(place.location.database) == 0o600)
        #expect(try place.mode("\(place.location.files)/\(name)") == 0o600)
    }

    @Test func whereNothingIsItSaysSo() throws {
        let place = try Place()
        #expect(throws: WorkspaceProblem.missing(folder: place.location.folder)) {
            try Workspace.open(at: place.location)
        }
        #expect(try place.names(place.root).isEmpty)
    }

    @Test func twoCannotBeMadeInOneFolder() throws {
        let place = try Place(.either)
        try Workspace.create(at: place.location, options: Place.options).close()
        #expect(throws: WorkspaceProblem.exists(folder: place.location.shown)) {
            try Workspace.create(at: place.location, options: Place.options)
        }
    }

    @Test func aFolderWithOtherThingsIsLeftAlone() throws {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.location.folder, withIntermediateDirectories: true)
        try place.write("my notes", to: place.location.folder + "/notes.txt")
        #expect(throws: WorkspaceProblem.notAWorkspace(path: place.location.folder)) {
            try Workspace.create(at: place.location, options: Place.options)
        }
        #expect(throws: WorkspaceProblem.notAWorkspace(path: place.location.folder)) {
            try Workspace.open(at: place.location)
        }
        #expect(try place.names(place.location.folder) == ["notes.txt"])
    }

    @Test func aDatabaseOfAnotherKindIsRefused() throws {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.location.folder, withIntermediateDirectories: true)
        try place.write("hello", to: place.location.database)
        #expect(throws: WorkspaceProblem.notAWorkspace(path: place.location.database)) {
            try Workspace.open(at: place.location)
        }
        #expect(try String(contentsOfFile: place.location.database, encoding: .utf8) == "hello")
    }

    @Test func aFileInTheWayIsNamed() throws {
        let place = try Place()
        try place.write("x", to: place.location.folder)
        #expect(throws: WorkspaceProblem.fileInTheWay(path: place.location.folder)) {
            try Workspace.create(at: place.location, options: Place.options)
        }
        #expect(throws: WorkspaceProblem.fileInTheWay(path: place.location.folder)) {
            try Workspace.open(at: place.location)
        }
        let below = WorkspaceLocation(
            folder: place.location.folder + "/below", configuration: place.root, state: place.root)
        #expect(throws: WorkspaceProblem.fileInTheWay(path: place.location.folder)) {
            try Workspace.create(at: below, options: Place.options)
        }
    }

    @Test func aNewerWorkspaceIsRefused() throws {
        let place = try Place()
        let workspace = try Workspace.create(at: place.location, options: Place.options)
        try workspace.database.write {
            try $0.execute("INSERT INTO schema_migration (number, name, applied_at) VALUES (999, 'future', 0)")
        }
        workspace.close()
        let known = try #require(EngineSchema.migrations.last?.number)
        #expect(throws: WorkspaceProblem.newer(found: 999, known: known)) {
            try Workspace.open(at: place.location, options: Place.options)
        }
    }

    @Test func anInterruptedMakingLeavesNoWorkspace() throws {
        struct PowerCut: Error {}
        let place = try Place()
        #expect(throws: PowerCut.self) {
            try Workspace.create(at: place.location, options: Place.options) { engine in
                _ = try engine.adapters.files.keep(Array("half".utf8))
                throw PowerCut()
            }
        }
        #expect(throws: WorkspaceProblem.missing(folder: place.location.folder)) {
            try Workspace.open(at: place.location)
        }
        // What a killed process leaves behind is cleared by the next attempt.
        try FileManager.default.createDirectory(atPath: place.location.folder, withIntermediateDirectories: true)
        try place.write("half a database", to: place.location.database + ".unfinished")
        try place.write("and its log", to: place.location.database + ".unfinished-wal")
        let workspace = try Workspace.create(at: place.location, options: Place.options)
        defer { workspace.close() }
        #expect(try place.names(place.location.files).isEmpty)
        let leftOver = try place.names(place.location.folder).filter { $0.contains("unfinished") }
        #expect(leftOver.isEmpty)
    }
}

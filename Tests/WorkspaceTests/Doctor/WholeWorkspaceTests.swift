import Domain
import Engine
import Foundation
import JSON
import Storage
import Testing
import Workspace

@Suite struct WholeWorkspaceTests {
    @Test func aDemoIsWhole() throws {
        let demo = try DemoPlace(.either)
        let findings = demo.examine(daysLater: 2)
        // Room on the disk and poppler are the computer's.
        let beside: Set<Finding.Check> = [.diskSpace, .poppler]
        #expect(findings.filter { $0.severity != .ok && !beside.contains($0.check) } == [])
        let looked = Set(findings.map(\.check))
        #expect(looked == Set(Finding.Check.allCases).subtracting([.configuration, .assistant]))
    }

    @Test func aNewWorkspaceIsWhole() throws {
        let place = try Place(.either)
        try Workspace.create(at: place.location, options: Place.options).close()
        let findings = Doctor.examine(Doctor.Request(location: place.location, environment: [:]))
        #expect(findings.filter { $0.severity == .damage } == [])
    }

    @Test func workLeavesItWhole() throws {
        let demo = try DemoPlace(.either)
        let opened = try DemoWorkspace.open(at: demo.location, as: .consultant, options: Place.options)
        let engine = opened.workspace.engine
        let applied = engine.dispatch(
            "applications.list", input: ["status": "applied", "page_size": 20], as: .token(opened.token))
        let ids = applied.body["data"]?.arrayValue?.compactMap { $0["id"] } ?? []
        #expect(!ids.isEmpty)
        for id in ids {
            let moved = engine.dispatch(
                "applications.changeStatus", input: ["application_id": id, "status": "screening"],
                as: .token(opened.token))
            #expect(moved.status == 200)
        }
        // While it is open, with a log that was not brought into the file yet.
        #expect(demo.damage() == [])
        opened.workspace.close()
        #expect(demo.damage() == [])
    }

    @Test func lookingChangesNothing() throws {
        let demo = try DemoPlace()
        let url = URL(fileURLWithPath: demo.location.database)
        let before = try Data(contentsOf: url)
        _ = demo.examine(daysLater: 2)
        #expect(try Data(contentsOf: url) == before)
        let ours: Set = ["workspace.db", "workspace.db-wal", "workspace.db-shm", "files", "backups"]
        #expect(Set(try demo.place.names(demo.location.folder)).isSubset(of: ours))
    }

    @Test func progressIsToldForEveryCheckOfTheDatabase() throws {
        let demo = try DemoPlace()
        var checks: Set<Finding.Check> = []
        let request = Doctor.Request(location: demo.location, environment: [:])
        _ = Doctor.examine(request) { checks.insert($0.check) }
        #expect(checks.isSuperset(of: [.database, .audit, .history, .counters, .openings, .jobs, .search, .files]))
    }

    @Test func whatTheCallerFoundIsPassedOn() throws {
        let place = try Place()
        let finding = Finding(.configuration, .warning, Phrase(en: "A key is bound twice.", fr: "Touche en double."))
        let findings = Doctor.examine(
            Doctor.Request(location: place.location, environment: [:], configuration: [finding]))
        #expect(findings.contains(finding))
    }
}

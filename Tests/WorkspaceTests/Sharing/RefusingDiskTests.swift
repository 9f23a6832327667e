import Domain
import Engine
import Foundation
import JSON
import Storage
import Testing
import Workspace

/// Disks that do not take what is written: the caller is told, and nothing that was answered is lost.
@Suite struct RefusingDiskTests {
    @Test func aFullDiskLosesNothing() throws {
        let demo = try DemoPlace()
        var options = Place.options
        options.storage.maximumPageCount = try RawDatabase.number("PRAGMA page_count", on: demo.location) + 12
        let full = try DemoWorkspace.open(at: demo.location, as: .admin, options: options)
        var kept: [JSONValue] = []
        var refused: EncodedAnswer?
        for number in 0..<500 where refused == nil {
            let answer = full.workspace.engine.dispatch(
                "candidates.create", input: ["first_name": "Anna", "last_name": .string("Numéro \(number)")],
                as: .token(full.token))
            if answer.status == 201 { kept.append(answer.body["id"] ?? .null) } else { refused = answer }
        }
        #expect(refused?.status == 503)
        #expect(refused?.body["detail"]?.stringValue?.contains("disque est plein") == true)
        full.workspace.close()

        let roomy = try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        for id in kept {
            let answer = roomy.workspace.engine.dispatch(
                "candidates.get", input: ["candidate_id": id], as: .token(roomy.token))
            #expect(answer.status == 200)
        }
        roomy.workspace.close()
        #expect(demo.damage() == [])
    }

    @Test func aFileThatCannotBeKeptLeavesNoRow() throws {
        let demo = try DemoPlace()
        let program = try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        defer { program.workspace.close() }
        let id: Candidate.ID? = try program.workspace.database.read {
            try $0.value("SELECT id FROM candidate WHERE row_no = 3")
        }
        let candidate = try #require(id)
        let rows: Int? = try program.workspace.database.read { try $0.value("SELECT COUNT(*) FROM cv") }
        try FileManager.default.removeItem(atPath: demo.location.files)
        try demo.place.write("in the way", to: demo.location.files)
        let answer = program.workspace.engine.dispatch(
            "candidates.cv.upload",
            input: [
                "candidate_id": .string("\(candidate)"), "filename": "cv.txt",
                "content_base64": .string(Data("Anna Karénine\nInfirmière".utf8).base64EncodedString()),
            ], as: .token(program.token))
        #expect(answer.status == 500)
        #expect(try program.workspace.database.read { try $0.value("SELECT COUNT(*) FROM cv") } == rows)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func aFolderThatMayNotBeWrittenIsNamed() throws {
        let demo = try DemoPlace()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: demo.location.folder)
        defer {
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: demo.location.folder)
        }
        #expect(throws: WorkspaceProblem.notPermitted(path: demo.location.folder)) {
            try Workspace.open(at: demo.location, options: Place.options)
        }
        let below = WorkspaceLocation(
            folder: demo.location.folder + "/below", configuration: demo.place.root, state: demo.place.root)
        #expect(throws: WorkspaceProblem.notPermitted(path: below.folder)) {
            try Workspace.create(at: below, options: Place.options)
        }
        let found = demo.damage()
        #expect(found.map(\.check) == [.folder])
        #expect(found.first?.command == "chmod u+rw \(demo.location.folder)")
    }
}

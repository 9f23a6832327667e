import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct RetentionTests {
    private func run(_ board: Board, dry: Bool = false) throws -> JSONValue {
        try board.call("admin.privacy.runRetention", ["dry_run": .bool(dry)], as: .admin)
    }

    private func ids(_ value: JSONValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }

    private func forgotten(_ board: Board) throws -> String {
        let made = try board.call(
            "candidates.create",
            [
                "first_name": "Zoé", "last_name": "Quéribus", "emails": [["value": "zoe@queribus.example"]],
                "owner_consultant_id": .string(try board.consultant()),
            ], as: .admin)
        return try #require(made["id"]?.stringValue)
    }

    @Test func firstAWarningThenTimeThenErasure() throws {
        let board = try Board()
        let id = try forgotten(board)
        #expect(try board.call("admin.privacy.retention", as: .admin)["total"]?.integerValue == 0)
        board.world.clock.advance(days: 24 * 31)
        let due = try board.call("admin.privacy.retention", as: .admin)
        #expect(due["data"]?[0]?["candidate_id"]?.stringValue == id)
        #expect(due["data"]?[0]?["step"] == "warn")
        #expect(ids(try run(board, dry: true)["warned"]) == [id])
        #expect(
            try board.call("admin.privacy.retention", as: .admin)["data"]?[0]?["step"] == "warn", "dry runs do nothing")
        #expect(ids(try run(board)["warned"]) == [id])
        let mail = try board.call("admin.mail.list", ["kind": "privacy_notice"], as: .admin)
        #expect(mail["data"]?[0]?["recipient"] == "zoe@queribus.example")
        let told = try board.call("notifications.list", as: .consultant)
        #expect(told["data"]?.arrayValue?.count == 1)
        board.world.clock.advance(days: 29)
        let waiting = try run(board)
        #expect(ids(waiting["anonymised"]) == [] && waiting["waiting"]?.integerValue == 1)
        board.world.clock.advance(days: 2)
        #expect(ids(try run(board)["anonymised"]) == [id])
        #expect(try DatabasePicture.traces(of: ["quéribus", "zoe@"], in: board.world.database).isEmpty)
        let log = try board.call("admin.auditLogs", ["operation_id": "admin.privacy.runRetention"], as: .admin)
        #expect(log["total"]?.integerValue == 2)
        try BoardInvariants(world: board.world).check()
    }

    @Test(arguments: [false, true])
    func oneBrokenRecordDoesNotKeepTheOthers(isByItself: Bool) throws {
        let board = try Board()
        let broken = try forgotten(board)
        let other = try #require(
            try board.call("candidates.create", ["first_name": "Ida", "last_name": "Brun"], as: .admin)["id"]?
                .stringValue)
        try board.call(
            "admin.settings.update", ["settings": ["privacy.retention_automatic": true]], as: .admin)
        board.world.clock.advance(days: 24 * 31)
        #expect(ids(try run(board)["warned"]).count == 2)
        let id = try #require(Candidate.ID(broken))
        try board.world.database.write { try $0.execute("UPDATE candidate SET emails = '[' WHERE id = \(id)") }
        board.world.clock.advance(days: 31)
        if isByItself {
            let report = try #require(board.world.engine.keepRetention())
            #expect(report.anonymised.map(\.description) == [other])
            #expect(report.failed.map(\.description) == [broken])
        } else {
            let report = try run(board)
            #expect(ids(report["anonymised"]) == [other])
            #expect(ids(report["failed"]) == [broken])
        }
    }

    @Test func aSignOfLifeKeepsTheRecord() throws {
        let board = try Board()
        let id = try forgotten(board)
        board.world.clock.advance(days: 24 * 31)
        #expect(ids(try run(board)["warned"]) == [id])
        board.world.clock.advance(days: 10)
        try board.call("candidates.consent.record", ["candidate_id": .string(id)], as: .consultant)
        board.world.clock.advance(days: 60)
        let later = try run(board)
        #expect(ids(later["warned"]) == [] && ids(later["anonymised"]) == [])
    }

    @Test func neitherOpenApplicationsNorHiresAreDue() throws {
        let board = try Board()
        let (open, hired) = (try board.candidate("Ana", "Un"), try board.candidate("Bea", "Deux"))
        _ = try board.sourced(open, try board.job())
        let hire = try board.sourced(hired, try board.job("Soudeur"))
        try board.bring(hire, to: .hired)
        board.world.clock.advance(days: 30 * 31)
        #expect(try board.call("admin.privacy.retention", as: .admin)["total"]?.integerValue == 0)
        board.world.clock.advance(days: 31 * 31)
        let due = try board.call("admin.privacy.retention", as: .admin)
        #expect(due["data"]?.arrayValue?.compactMap { $0["candidate_id"]?.stringValue } == [hired])
    }

    @Test func byItselfOnlyWhereTheWorkspaceWantsIt() throws {
        let board = try Board()
        let id = try forgotten(board)
        board.world.clock.advance(days: 24 * 31)
        #expect(board.world.engine.keepRetention() == nil)
        try board.call("admin.settings.update", ["settings": ["privacy.retention_automatic": true]], as: .admin)
        #expect(board.world.engine.keepRetention()?.warned.map(\.description) == [id])
        board.world.clock.advance(days: 31)
        #expect(board.world.engine.keepRetention()?.anonymised.map(\.description) == [id])
        #expect(board.world.engine.keepRetention()?.anonymised.isEmpty == true)
        try BoardInvariants(world: board.world).check()
        for person in [World.Person.candidate, .employer, .consultant] {
            #expect(try board.world.call("admin.privacy.retention", as: person).status == 403)
            #expect(try board.world.call("admin.privacy.runRetention", as: person).status == 403)
        }
    }
}

import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct AnonymisationTests {
    @Test func nothingTellsWhoItWasAndEveryMetricStays() throws {
        let scene = try PrivacyScene()
        try scene.merge()
        let world = scene.world
        for application in try openApplications(scene) {
            try scene.board.expectMove(
                application, "rejected", ["reason_id": .string(try scene.board.reason()), "internal_comment": "Zoé"])
        }
        #expect(try !DatabasePicture.traces(of: PrivacyScene.traces, in: world.database).isEmpty)
        let before = try MetricsPicture(world)
        let answer = try scene.anonymise(scene.keep)
        try #require(answer.status == 200, "\(answer.body)")
        let traces = try DatabasePicture.traces(of: PrivacyScene.traces, in: world.database)
        #expect(traces.isEmpty, "\(traces.joined(separator: "\n"))")
        let changed = try MetricsPicture(world).differences(from: before)
        #expect(changed.isEmpty, "\(changed)")
        try BoardInvariants(world: world).check()
        for word in ["Quéribus", "zoe@queribus.example"] {
            for operation in ["candidates.list", "applications.list", "users.list"] {
                let found = try scene.board.call(operation, ["q": .string(word)], as: .admin)
                #expect(found["total"]?.integerValue == 0, "\(operation) \(word)")
            }
        }
        #expect(answer.body["files"]?.integerValue == 1)
        #expect(try world.call("auth.profile", as: .admin).isSuccess)
        #expect(world.engine.removeForsakenFiles() == 1)
        let left = try world.database.read {
            try $0.column("SELECT sha256 FROM cv WHERE sha256 <> ''", as: String.self)
        }
        #expect(left.allSatisfy { world.files.exists(sha256: $0) }, "what somebody else has stays")
        #expect(throws: (any Error).self) { try world.engine.openSession(email: World.Person.candidate.email) }
    }

    /// In the JSON of the audit log a line feed ends in a letter.
    @Test func whoIsNamedAtTheBeginningOfALineIsForgottenToo() throws {
        let scene = try PrivacyScene()
        for description in ["Contact :\nZoé Quéribus\nPuis\tzoe@queribus.example", "Voir\r\nZoé Quéribus d’abord"] {
            try scene.board.call(
                "jobs.update", ["job_id": .string(scene.secondJob), "description": .string(description)], as: .admin)
        }
        try scene.merge()
        try #require(try scene.anonymise(scene.keep, ["withdraw_live": true]).status == 200)
        let traces = try DatabasePicture.traces(of: PrivacyScene.traces, in: scene.world.database)
        #expect(traces.isEmpty, "\(traces.joined(separator: "\n"))")
    }

    private func openApplications(_ scene: PrivacyScene) throws -> [String] {
        try scene.world.database.read {
            try $0.column(
                "SELECT id FROM application WHERE closed_at IS NULL AND deleted_at IS NULL", as: Application.ID.self)
        }.map(\.description)
    }

    @Test func itIsAskedForTwiceAndRefusedWhileApplicationsAreOpen() throws {
        let scene = try PrivacyScene()
        let wrong = try scene.anonymise(scene.other, ["confirm": "Somebody Else"])
        #expect(wrong.status == 422)
        let open = try scene.anonymise(scene.other, ["confirm": "zoe QUÉRIBUS"])
        #expect(open.status == 409)
        #expect(open.body["applications"]?.arrayValue?.count == 2)
        let done = try scene.anonymise(scene.other, ["confirm": "zoe QUÉRIBUS", "withdraw_live": true])
        #expect(done.status == 200, "\(done.body)")
        #expect(done.body["withdrawn"]?.arrayValue?.count == 2)
        #expect(try scene.board.status(scene.otherApplication) == "withdrawn")
        #expect(try scene.anonymise(scene.other, ["confirm": "zoe QUÉRIBUS"]).status == 409)
        for person in [World.Person.candidate, .employer, .consultant] {
            let answer = try scene.world.call(
                "candidates.anonymise",
                ["candidate_id": .string(scene.keep), "confirm": "x", "reason": "x"], as: person)
            #expect(answer.status == 403)
        }
        #expect(
            try scene.world.call(
                "candidates.consent.record", ["candidate_id": .string(scene.other)], as: .admin
            ).status == 409)
        try BoardInvariants(world: scene.world).check()
    }

    @Test func aMergedRecordGoesWithTheOneThatStayed() throws {
        let scene = try PrivacyScene()
        let merge = try scene.merge()
        let refused = try scene.anonymise(scene.other, ["confirm": "zoe queribus"])
        #expect(refused.status == 409)
        #expect(refused.body["candidate_id"]?.stringValue == scene.keep)
        #expect(try scene.anonymise(scene.keep, ["withdraw_live": true]).status == 200)
        let undone = try scene.world.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(undone.status == 409)
    }

    /// A column that is added later has to be decided on.
    @Test func everyColumnOfTheSchemaIsDecidedOn() throws {
        let world = try World(people: false)
        let stored = Dictionary(
            uniqueKeysWithValues: try world.database.tables().map { ($0.name, Set($0.columns.map(\.name))) })
        let known = Dictionary(uniqueKeysWithValues: PersonalTable.all.map { ($0.name, Set($0.columns)) })
        #expect(Set(stored.keys) == Set(known.keys))
        for (table, columns) in stored {
            let decided = known[table] ?? []
            #expect(
                columns == decided,
                "\(table): undecided \(columns.subtracting(decided)), gone \(decided.subtracting(columns))")
        }
        for table in PersonalTable.all {
            #expect(table.columns.count == Set(table.columns).count, "\(table.name) decides twice")
        }
    }
}

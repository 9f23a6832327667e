import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// `retention_term` is what its candidates come to after each kind of write that they are made of. Each write is made
/// at a time of its own, so that one that is not followed shows.
@Suite struct RetentionTermTests {
    private struct Term: Equatable {
        var heardAt: Instant
        var hiredAt: Instant?
        var keptUntil: Instant?
    }

    private func term(_ candidate: String, in board: Board) throws -> Term? {
        let id = try #require(Candidate.ID(candidate))
        return try board.world.database.read { transaction in
            try transaction.first(
                "SELECT heard_at, hired_at, kept_until FROM retention_term WHERE candidate_id = \(id)"
            ) { Term(heardAt: try $0.next(), hiredAt: try $0.next(), keptUntil: try $0.next()) }
        }
    }

    /// The person is heard of now, and what is kept says so.
    private func expectHeardNow(
        _ candidate: String, in board: Board, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        #expect(try term(candidate, in: board)?.heardAt == board.world.clock.now(), sourceLocation: sourceLocation)
        try KeptFacts.check(board.world, sourceLocation: sourceLocation)
    }

    @Test func aRecordRestsWhileNoApplicationIsOpen() throws {
        let board = try Board()
        let id = try board.candidate()
        let made = board.world.clock.now()
        #expect(try term(id, in: board) == Term(heardAt: made))
        board.world.clock.advance(days: 1)
        let application = try board.sourced(id, try board.job())
        #expect(try term(id, in: board) == nil)
        board.world.clock.advance(days: 1)
        let moved = try board.move(application, to: "applied")
        #expect(try moved.isSuccess && term(id, in: board) == nil)
        try KeptFacts.check(board.world)
        board.world.clock.advance(days: 1)
        let rejected = try board.move(application, to: "rejected", ["reason_id": .string(try board.reason())])
        try expectHeardNow(id, in: board)
        board.world.clock.advance(minutes: 1)
        _ = try board.undo(application, rejected.body["transition_id"]?.stringValue, as: .admin)
        #expect(try term(id, in: board) == nil)
        board.world.clock.advance(days: 1)
        try board.expectMove(application, "rejected", ["reason_id": .string(try board.reason())])
        try expectHeardNow(id, in: board)
        board.world.clock.advance(days: 1)
        try board.expectMove(application, "applied", ["internal_comment": "Again."])
        #expect(try term(id, in: board) == nil)
        board.world.clock.advance(days: 1)
        try board.call(
            "applications.bulkUpdate",
            [
                "application_ids": [.string(application)], "status": "rejected",
                "reason_id": .string(try board.reason()),
            ], as: .admin)
        try expectHeardNow(id, in: board)
    }

    @Test func aHireIsKeptUntilItIsTakenBack() throws {
        let board = try Board()
        let id = try board.candidate()
        let application = try board.sourced(id, try board.job())
        board.world.clock.advance(days: 1)
        try board.bring(application, to: .hired)
        let accepted: Instant? = try board.world.database.read { try $0.value("SELECT accepted_at FROM placement") }
        #expect(try term(id, in: board)?.hiredAt == accepted && accepted != nil)
        try KeptFacts.check(board.world)
        try board.expectMove(application, "offer", ["internal_comment": "A mistake."])
        #expect(try term(id, in: board) == nil)
        try KeptFacts.check(board.world)
    }

    @Test func aSignOfLifeIsHeard() throws {
        let board = try Board()
        let id = try board.ownProfile()
        let row: JSONValue = ["candidate_id": .string(id)]
        board.world.clock.advance(days: 1)
        let signedIn = board.world.engine.dispatch(
            "auth.login",
            input: ["email": .string(World.Person.candidate.email), "password": .string(World.password)],
            as: .anonymous(.english))
        #expect(signedIn.isSuccess)
        try expectHeardNow(id, in: board)
        board.world.clock.advance(days: 1)
        let talk = try board.call(
            "messaging.conversations.create",
            ["subject": "Hello", "participants": [.string(try board.user(.admin))], "body": "Hi"], as: .candidate)
        try expectHeardNow(id, in: board)
        board.world.clock.advance(days: 1)
        try board.call(
            "messaging.messages.send", ["conv_id": talk["id"] ?? .null, "body": "Again"], as: .candidate)
        try expectHeardNow(id, in: board)
        let heard = board.world.clock.now()
        board.world.clock.advance(days: 1)
        // What others say is no sign of life of the person.
        try board.call(
            "messaging.messages.send", ["conv_id": talk["id"] ?? .null, "body": "Hi"], as: .admin)
        #expect(try term(id, in: board)?.heardAt == heard)
        try board.call("candidates.consent.record", row, as: .candidate)
        try expectHeardNow(id, in: board)
        board.world.clock.advance(days: 1)
        try board.call("candidates.consent.record", row.with(["withdrawn": true]), as: .candidate)
        #expect(try term(id, in: board)?.heardAt == board.world.clock.now().advanced(byDays: -1))
        try KeptFacts.check(board.world)
        board.world.clock.advance(days: 1)
        try board.call(
            "candidates.update",
            ["candidate_id": .string(id), "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"]],
            as: .admin)
        try expectHeardNow(id, in: board)
    }

    @Test func theRecordItselfSaysHowLong() throws {
        let board = try Board()
        let id = try board.candidate()
        try board.call(
            "candidates.update", ["candidate_id": .string(id), "retention_until": "2030-01-01T00:00:00Z"], as: .admin)
        #expect(try term(id, in: board)?.keptUntil != nil)
        try KeptFacts.check(board.world)
        try board.call("candidates.update", ["candidate_id": .string(id), "retention_until": nil], as: .admin)
        #expect(try term(id, in: board)?.keptUntil == nil)
        // An account that has signed in becomes the record's.
        board.world.clock.advance(days: 1)
        _ = board.world.engine.dispatch(
            "auth.login",
            input: ["email": .string(World.Person.candidate.email), "password": .string(World.password)],
            as: .anonymous(.english))
        let user = try board.user(.candidate)
        try board.call("candidates.update", ["candidate_id": .string(id), "user_id": .string(user)], as: .admin)
        try expectHeardNow(id, in: board)
        try board.call("candidates.update", ["candidate_id": .string(id), "user_id": nil], as: .admin)
        try KeptFacts.check(board.world)
        board.world.clock.advance(days: 1)
        try board.call(
            "candidates.create",
            [
                "first_name": "Ida", "last_name": "Brun", "user_id": .string(user),
                "retention_until": "2031-01-01T00:00:00Z",
            ], as: .admin)
        try KeptFacts.check(board.world)
    }

    @Test func importsBringTheirs() throws {
        let board = try Board()
        board.world.clock.advance(days: 1)
        _ = board.world.engine.dispatch(
            "auth.login",
            input: ["email": .string(World.Person.candidate.email), "password": .string(World.password)],
            as: .anonymous(.english))
        board.world.clock.advance(days: -1)
        let done = try board.call(
            "candidates.bulkImport",
            [
                "rows": [
                    ["first_name": "Ana", "last_name": "Un", "emails": [["value": "ana@example.com"]]],
                    ["first_name": "Bea", "last_name": "Deux", "retention_until": "2030-01-01T00:00:00Z"],
                    ["first_name": "Cleo", "last_name": "Trois", "user_id": .string(try board.user(.candidate))],
                    [
                        "first_name": "Dan", "last_name": "Quatre",
                        "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"],
                    ],
                ]
            ], as: .admin)
        #expect(done["created"] == 4, "\(done)")
        let kept: Int? = try board.world.database.read { try $0.value("SELECT COUNT(*) FROM retention_term") }
        #expect(kept == 4)
        try KeptFacts.check(board.world)
        let job = try board.job()
        let brought = try board.call(
            "applications.bulkImport",
            [
                "rows": [
                    [
                        "candidate_email": "ana@example.com", "job_id": .string(job), "status": "rejected",
                        "reason_id": .string(try board.reason()),
                    ]
                ]
            ], as: .admin)
        #expect(brought["created"] == 1, "\(brought)")
        try KeptFacts.check(board.world)
        board.world.clock.advance(days: 1)
        try board.call(
            "applications.bulkImport",
            ["rows": [["candidate_email": "ana@example.com", "job_id": .string(job), "status": "applied"]]], as: .admin)
        try KeptFacts.check(board.world)
        let left: Int? = try board.world.database.read { try $0.value("SELECT COUNT(*) FROM retention_term") }
        #expect(left == 3)
    }

    @Test func theTrashKeepsRecordsToo() throws {
        let board = try Board()
        let id = try board.candidate()
        board.world.clock.advance(days: 1)
        try board.call("candidates.delete", ["candidate_id": .string(id)], as: .admin)
        #expect(try term(id, in: board) != nil)
        try KeptFacts.check(board.world)
        try board.call("trash.restore", ["type": "candidate", "row_id": .string(id)], as: .admin)
        try KeptFacts.check(board.world)
    }

    @Test func mergedAndErasedRecordsRestNoMore() throws {
        let scene = try PrivacyScene()
        let reason = JSONValue.string(try scene.board.reason())
        try scene.board.expectMove(scene.keptApplication, "rejected", ["reason_id": reason])
        try KeptFacts.check(scene.world)
        scene.world.clock.advance(days: 1)
        let merge = try scene.merge()
        #expect(try term(scene.other, in: scene.board) == nil)
        try KeptFacts.check(scene.world)
        try scene.board.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(try term(scene.keep, in: scene.board) != nil)
        try KeptFacts.check(scene.world)
        #expect(try scene.anonymise(scene.keep).isSuccess)
        #expect(try term(scene.keep, in: scene.board) == nil)
        try KeptFacts.check(scene.world)
    }

    @Test func anOlderWorkspaceIsFilledOnce() throws {
        let board = try Board()
        let id = try board.candidate()
        try board.world.database.write { transaction in
            try transaction.execute("DELETE FROM retention_term")
            try transaction.execute("DELETE FROM workspace_info WHERE key = 'retention_terms'")
        }
        let world = board.world
        try Engine.supplement(world.database, with: world.engine.adapters)
        #expect(try term(id, in: board) != nil)
        try KeptFacts.check(world)
        try world.database.write { _ = try $0.execute("DELETE FROM retention_term") }
        try Engine.supplement(world.database, with: world.engine.adapters)
        #expect(try term(id, in: board) == nil, "whoever damages it is told by doctor")
    }

    /// The list is three walks put together; here is what they come to, in any order of pages.
    @Test func whoeverIsDueComesInOrder() throws {
        let board = try Board()
        let day: Int64 = 86_400_000
        let month: Int64 = 2_629_746_000
        let start = board.world.clock.now().milliseconds
        struct Expected: Equatable {
            var id: String
            var dueAt: Int64
        }
        var expected: [Expected] = []
        for number in 0..<24 {
            let id = try board.candidate("P\(number)", "Test")
            let candidate = try #require(Candidate.ID(id))
            let heard = start - Int64((number * 7) % 24) * 20 * day
            let kept = number % 4 == 1 ? start + Int64((number * 5) % 24) * 15 * day : nil
            let hired = number % 3 == 0 ? start - Int64((number * 11) % 24) * 150 * day : nil
            try board.world.database.write { transaction in
                _ = try transaction.execute(
                    """
                    UPDATE retention_term SET heard_at = \(heard), kept_until = \(kept), hired_at = \(hired)
                    WHERE candidate_id = \(candidate)
                    """)
            }
            let due = kept ?? max(heard + 24 * month, hired.map { $0 + 60 * month } ?? 0)
            expected.append(Expected(id: id, dueAt: due))
        }
        expected.sort { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let within = 800
        expected.removeAll { $0.dueAt > start + Int64(within) * day }
        #expect((10..<24).contains(expected.count))
        var found: [Expected] = []
        for page in 1...6 {
            let answer = try board.call(
                "admin.privacy.retention",
                ["within_days": .integer(Int64(within)), "page": .integer(Int64(page)), "page_size": 5], as: .admin)
            #expect(answer["total"]?.integerValue == Int64(expected.count))
            for row in answer["data"]?.arrayValue ?? [] {
                let at = try #require(row["due_at"]?.stringValue.flatMap { Instant($0) })
                found.append(Expected(id: row["candidate_id"]?.stringValue ?? "", dueAt: at.milliseconds))
            }
        }
        #expect(found == expected)
    }

    /// What is kept says whom to look at; whether something is erased is decided by the person's own rows.
    @Test func nobodyIsErasedBecauseOfAWrongRow() throws {
        let board = try Board()
        let id = try board.candidate()
        try board.world.database.write { _ = try $0.execute("UPDATE retention_term SET heard_at = 0") }
        let listed = try board.call("admin.privacy.retention", as: .admin)
        #expect(listed["data"]?[0]?["candidate_id"]?.stringValue == id)
        let run = try board.call("admin.privacy.runRetention", ["dry_run": false], as: .admin)
        #expect(run["warned"]?.arrayValue == [] && run["anonymised"]?.arrayValue == [])
    }
}

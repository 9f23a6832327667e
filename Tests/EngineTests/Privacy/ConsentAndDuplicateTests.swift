import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ConsentTests {
    private func isFound(_ board: Board, _ id: String) throws -> Bool {
        let list = try board.call("candidates.list", as: .otherEmployer)
        return list["data"]?.arrayValue?.contains { $0["id"]?.stringValue == id } ?? false
    }

    @Test func consentOpensSearchAndItsWithdrawalClosesIt() throws {
        let board = try Board()
        let id = try board.ownProfile()
        let row: JSONValue = ["candidate_id": .string(id)]
        // Who makes its own profile consents by that.
        #expect(try isFound(board, id))
        try board.call(
            "candidates.consent.record", ["candidate_id": .string(id), "withdrawn": true], as: .candidate)
        #expect(try !isFound(board, id))
        let given = try board.call(
            "candidates.consent.record", ["candidate_id": .string(id), "evidence": "Formulaire"], as: .candidate)
        #expect(given["in_force"] == true)
        #expect(try isFound(board, id))
        board.world.clock.advance(minutes: 1)
        let taken = try board.call(
            "candidates.consent.record", ["candidate_id": .string(id), "withdrawn": true], as: .candidate)
        #expect(taken["in_force"] == false)
        #expect(try !isFound(board, id))
        let bulk = try board.call(
            "messaging.bulkMessage", ["candidate_ids": [.string(id)], "subject": "s", "body": "b"], as: .consultant)
        #expect(bulk["results"]?[0]?["code"] == "no_consent")
        let list = try board.call("candidates.consent.list", row, as: .consultant)
        #expect(list["data"]?.arrayValue?.count == 4, "the history is kept")
        #expect(list["data"]?[0]?["withdrawn_at"] != nil)
        #expect(list["data"]?[1]?["evidence"] == "Formulaire")
    }

    @Test func waitingBulkMailIsCalledBack() throws {
        let scene = try MessagingWorld()
        _ = try scene.done(
            "messaging.bulkMessage", ["candidate_ids": [scene.candidate], "subject": "s", "body": "b"], .consultant)
        _ = try scene.world.engine.expandBulkMessages()
        _ = try scene.done(
            "candidates.consent.record", ["candidate_id": scene.candidate, "withdrawn": true], .candidate)
        let mails = try scene.done("admin.mail.list", ["kind": "bulk_message"], .admin)
        #expect(mails["data"]?.arrayValue?.count == 1)
        #expect(mails["data"]?[0]?["status"] == "cancelled")
    }

    @Test func otherGroundsKeepDataAndOpenNothing() throws {
        let board = try Board()
        let id = try board.candidate()
        for basis in ["contract", "legal_obligation"] {
            let answer = try board.call(
                "candidates.consent.record", ["candidate_id": .string(id), "basis": .string(basis)], as: .consultant)
            #expect(answer["in_force"] == false)
        }
        #expect(try !isFound(board, id))
        let mail = try board.call(
            "candidates.consent.record",
            ["candidate_id": .string(id), "purpose": "mailing", "withdrawn": true], as: .consultant)
        #expect(mail["can_email"] == false)
    }

    @Test func whatIsRefused() throws {
        let board = try Board()
        let id = try board.ownProfile()
        func status(_ more: JSONValue, _ person: World.Person) throws -> Int {
            var input = more
            input["candidate_id"] = .string(id)
            return try board.world.call("candidates.consent.record", input, as: person).status
        }
        #expect(try status(["basis": "contract"], .candidate) == 403)
        #expect(try status(["given_at": "2026-01-01T00:00:00Z"], .candidate) == 403)
        #expect(try status(["given_at": "2027-01-01T00:00:00Z"], .admin) == 422)
        #expect(try status(["expires_at": "2026-01-01T00:00:00Z"], .admin) == 422)
        #expect(try status(["basis": "because"], .admin) == 422)
        #expect(try status([:], .otherCandidate) == 404)
        #expect(try status([:], .employer) == 403)
    }

    /// The older way of saying it is in the same history.
    @Test func aChangeOfTheRecordIsAStatementToo() throws {
        let board = try Board()
        let id = try board.candidate()
        let row: JSONValue = ["candidate_id": .string(id)]
        try board.call(
            "candidates.update",
            ["candidate_id": .string(id), "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"]],
            as: .admin)
        try board.call("candidates.update", ["candidate_id": .string(id), "consent": nil], as: .admin)
        let list = try board.call("candidates.consent.list", row, as: .admin)
        #expect(list["data"]?.arrayValue?.count == 2)
        #expect(list["data"]?[0]?["withdrawn_at"] != nil)
    }
}

@Suite struct DuplicateTests {
    @Test func recordsOfOnePersonAreFoundByWhatTheyShare() throws {
        let scene = try PrivacyScene()
        let board = scene.board
        let third = try board.call(
            "candidates.create",
            [
                "first_name": "Z.", "last_name": "Q.",
                "profiles": [["network": "linkedin", "url": "http://linkedin.com/in/ZQuer"]],
            ], as: .admin)["id"]?.stringValue
        let found = try board.call("candidates.duplicates", as: .consultant)["data"]?.arrayValue ?? []
        func members(_ reason: String) -> [[String?]] {
            found.filter { $0["reason"]?.stringValue == reason }.map {
                $0["candidates"]?.arrayValue?.map { $0["id"]?.stringValue } ?? []
            }
        }
        #expect(members("phone") == [[scene.keep, scene.other]])
        #expect(members("profile") == [[scene.other, third]])
        #expect(members("name_and_employer") == [[scene.keep, scene.other]])
        #expect(members("email") == [])
        let ofStranger = try board.call(
            "candidates.duplicates", ["candidate_id": .string(scene.stranger)], as: .admin)
        #expect(ofStranger["total"]?.integerValue == 0)
        let ofOther = try board.call("candidates.duplicates", ["candidate_id": .string(scene.other)], as: .admin)
        #expect(ofOther["total"]?.integerValue == 3)
        try scene.merge()
        let left = try board.call("candidates.duplicates", as: .admin)
        #expect(left["data"]?.arrayValue?.compactMap { $0["reason"]?.stringValue } == ["profile"])
        for person in [World.Person.candidate, .employer] {
            #expect(try scene.world.call("candidates.duplicates", as: person).status == 403)
        }
    }
}

import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct MergeTests {
    @Test func nothingIsLostAndNothingIsDoubled() throws {
        let scene = try PrivacyScene()
        let board = scene.board
        let words = try texts(scene)
        let merged = try scene.merge(["fields": ["current_title"]])
        let view = try #require(merged["candidate"])
        #expect(view["first_name"]?.stringValue == "Zoé")
        #expect(view["current_title"]?.stringValue == "Cadre de santé")
        #expect(view["summary"]?.stringValue == "Dix ans de bloc.", "what was missing is filled")
        #expect(view["emails"]?.arrayValue?.count == 2)
        #expect(view["phones"]?.arrayValue?.count == 1, "one number is one number")
        let skills = view["skills"]?.arrayValue ?? []
        #expect(skills.compactMap { $0["level"]?.integerValue }.sorted() == [2, 5])
        let id: JSONValue = ["candidate_id": .string(scene.keep)]
        #expect(try board.call("candidates.experience.list", id, as: .admin)["total"]?.integerValue == 1)
        #expect(try board.call("candidates.education.list", id, as: .admin)["total"]?.integerValue == 1)
        #expect(try board.call("candidates.applications", id, as: .admin)["total"]?.integerValue == 2)
        // The one that was further goes on, with the notes and the history of both.
        #expect(try board.status(scene.otherApplication) == "offer")
        #expect(
            try scene.world.call(
                "applications.get", ["application_id": .string(scene.keptApplication)], as: .admin
            ).status == 404)
        let notes = try board.call(
            "applications.notes.list", ["application_id": .string(scene.otherApplication)], as: .admin)
        #expect(notes["total"]?.integerValue == 2)
        let history = try board.history(scene.otherApplication).compactMap { $0["to_status"]?.stringValue }
        #expect(history.filter { $0 == "applied" }.count == 2)
        #expect(
            try scene.world.call("candidates.get", ["candidate_id": .string(scene.other)], as: .admin).status == 404)
        try BoardInvariants(world: scene.world).check()
        let after = try texts(scene)
        #expect(words.subtracting(after).isEmpty, "\(words.subtracting(after))")
        #expect(
            try scene.world.call(
                "trash.restore", ["type": "candidate", "row_id": .string(scene.other)], as: .admin
            ).status == 409)
    }

    /// Everything that somebody wrote on either record, wherever it lies.
    private func texts(_ scene: PrivacyScene) throws -> Set<String> {
        let queries: [SQL] = [
            "SELECT headline FROM candidate", "SELECT summary FROM candidate",
            "SELECT value_folded FROM candidate_contact",
            "SELECT content FROM cv", "SELECT position FROM experience", "SELECT institution FROM education",
            "SELECT body FROM note", "SELECT body FROM message", "SELECT evidence FROM candidate_skill",
        ]
        return try scene.world.database.read { transaction in
            var found: Set<String> = []
            for query in queries { found.formUnion(try transaction.column(query, as: String?.self).compactMap { $0 }) }
            return found
        }
    }

    @Test func undoRestoresBothExactly() throws {
        let scene = try PrivacyScene()
        try scene.board.call(
            "candidates.update",
            ["candidate_id": .string(scene.other), "owner_consultant_id": .string(try scene.board.consultant())],
            as: .admin)
        let before = try DatabasePicture(scene.world.database)
        let merge = try scene.merge(["fields": ["first_name", "current_company", "status"]])
        scene.world.clock.advance(days: 20)
        let undone = try scene.board.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(undone["kept"]?.arrayValue == [])
        let differences = try DatabasePicture(scene.world.database).differences(from: before)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        try BoardInvariants(world: scene.world).check()
        #expect(
            try scene.board.call("candidates.list", ["q": "Suture"], as: .admin)["data"]?[0]?["id"]?.stringValue
                == scene.other)
        let again = try scene.world.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(again.status == 409)
    }

    @Test func whatOthersChangedSinceStays() throws {
        let scene = try PrivacyScene()
        let merge = try scene.merge()
        try scene.board.call(
            "candidates.update", ["candidate_id": .string(scene.keep), "summary": "Neuf."], as: .admin)
        try scene.board.expectMove(scene.otherApplication, "interview", ["internal_comment": "x"])
        let undone = try scene.board.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        #expect(undone["kept"] == ["candidate.summary"])
        let keep = try scene.board.call("candidates.get", ["candidate_id": .string(scene.keep)], as: .admin)
        #expect(keep["summary"]?.stringValue == "Neuf.")
        let other = try scene.board.call("candidates.get", ["candidate_id": .string(scene.other)], as: .admin)
        #expect(other["summary"]?.stringValue == "Dix ans de bloc.")
        #expect(try scene.board.status(scene.otherApplication) == "interview")
        #expect(try scene.board.status(scene.keptApplication) == "applied")
        try BoardInvariants(world: scene.world).check()
    }

    @Test func undoneInOrderAndInTime() throws {
        let scene = try PrivacyScene()
        let first = try scene.merge()
        let second = try scene.board.call(
            "candidates.merge", ["keep_id": .string(scene.keep), "merge_id": .string(scene.stranger)], as: .admin)
        let early = try scene.world.call("candidates.merge.undo", ["merge_id": first["merge_id"] ?? .null], as: .admin)
        #expect(early.status == 409)
        #expect(early.body["merge_id"] == second["merge_id"])
        try scene.board.call("candidates.merge.undo", ["merge_id": second["merge_id"] ?? .null], as: .admin)
        scene.world.clock.advance(days: 31)
        let late = try scene.world.call("candidates.merge.undo", ["merge_id": first["merge_id"] ?? .null], as: .admin)
        #expect(late.status == 409)
        let missing = try scene.world.call(
            "candidates.merge.undo", ["merge_id": .string(scene.keep)], as: .admin)
        #expect(missing.status == 404)
        let same = try scene.world.call(
            "candidates.merge", ["keep_id": .string(scene.keep), "merge_id": .string(scene.keep)], as: .admin)
        #expect(same.status == 422)
        let gone = try scene.world.call(
            "candidates.merge", ["keep_id": .string(scene.keep), "merge_id": .string(scene.other)], as: .admin)
        #expect(gone.status == 404)
    }

    @Test func theStricterConsentHolds() throws {
        let scene = try PrivacyScene()
        try scene.board.call(
            "candidates.consent.record", ["candidate_id": .string(scene.keep), "withdrawn": true], as: .candidate)
        let merged = try scene.merge()
        #expect(merged["candidate"]?["consent"] == nil)
        let consents = try scene.board.call(
            "candidates.consent.list", ["candidate_id": .string(scene.keep)], as: .consultant)
        #expect(consents["in_force"] == false)
        #expect(consents["data"]?.arrayValue?.count == 3)
    }

    @Test func twoAccountsBecomeOneAndTwoAgain() throws {
        let scene = try PrivacyScene()
        let second = try scene.board.ownProfile(.otherCandidate, last: "Queribus")
        try scene.board.call(
            "messaging.conversations.create",
            ["subject": "Hello", "participants": [.string(try scene.board.user(.admin))], "body": "Hi"],
            as: .otherCandidate)
        let before = try DatabasePicture(scene.world.database)
        let merge = try scene.board.call(
            "candidates.merge", ["keep_id": .string(scene.keep), "merge_id": .string(second)], as: .admin)
        let inbox = try scene.board.call("messaging.conversations.list", as: .candidate)
        #expect(inbox["total"]?.integerValue == 2)
        #expect(throws: (any Error).self) {
            try scene.world.engine.openSession(email: World.Person.otherCandidate.email)
        }
        try scene.board.call("candidates.merge.undo", ["merge_id": merge["merge_id"] ?? .null], as: .admin)
        let differences = try DatabasePicture(scene.world.database).differences(from: before)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }
}

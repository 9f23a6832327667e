import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct SubmitTests {
    @Test func aCandidateAppliesOnceToAnOpenJob() throws {
        let board = try Board()
        _ = try board.ownProfile()
        let job = try board.job()
        let made = try board.world.call(
            "applications.submit",
            [
                "job_id": .string(job), "cover_letter": "Bonjour",
                "answers": [["question": "Permis ?", "answer": "Oui"]],
            ], as: .candidate)
        #expect(made.status == 201)
        #expect(made.body["status"]?.stringValue == "applied")
        #expect(made.body["answers"]?[0]?["answer"]?.stringValue == "Oui")
        for hidden in ["match_score", "rating", "consultant_id", "position", "source_id", "rejection_reason_id"] {
            #expect(made.body[hidden] == nil, "\(hidden)")
        }
        let again = try board.world.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        #expect(again.status == 409)
        #expect(again.body["application_id"] == made.body["id"])
        // The employer knows whoever applied to it.
        let seen = try board.call(
            "applications.get", ["application_id": try #require(made.body["id"])], as: .employer)
        #expect(seen["candidate_name"]?.stringValue == "Zoé Martin")
        #expect(seen["cover_letter"]?.stringValue == "Bonjour")
        try BoardInvariants(world: board.world).check()
    }

    @Test func jobsThatItCannotSeeAre404AndClosedOnes409() throws {
        let board = try Board()
        _ = try board.ownProfile()
        let draft = try board.job(publish: false)
        let confidential = try board.job(confidential: true)
        for job in [draft, confidential] {
            #expect(try board.world.call("applications.submit", ["job_id": .string(job)], as: .candidate).status == 404)
        }
        let job = try board.job()
        let made = try board.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        try board.call("applications.withdraw", ["application_id": try #require(made["id"])], as: .candidate)
        try board.call("jobs.close", ["job_id": .string(job)], as: .employer)
        let closed = try board.world.call("applications.submit", ["job_id": .string(job)], as: .candidate)
        #expect(closed.status == 409)
    }

    @Test func onlyACandidateWithAProfileApplies() throws {
        let board = try Board()
        let job = try board.job()
        for person in [World.Person.employer, .consultant, .admin, .superadmin] {
            #expect(try board.world.call("applications.submit", ["job_id": .string(job)], as: person).status == 403)
        }
        #expect(try board.world.call("applications.submit", ["job_id": .string(job)], as: .anonymous).status == 401)
        #expect(try board.world.call("applications.submit", ["job_id": .string(job)], as: .candidate).status == 409)
    }

    @Test func theCVMustBeOnesOwnAndTheAnswersFew() throws {
        let board = try Board()
        _ = try board.ownProfile()
        let other = try board.candidate()
        let foreign = try board.call("candidates.cv.get", ["candidate_id": .string(other)], as: .admin)
        let job = try board.job()
        let answer = try board.world.call(
            "applications.submit", ["job_id": .string(job), "cv_id": try #require(foreign["id"])], as: .candidate)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"]?.stringValue == "cv_id")
        let many = JSONValue.array(Array(repeating: ["question": "a", "answer": "b"], count: 51))
        #expect(
            try board.world.call("applications.submit", ["job_id": .string(job), "answers": many], as: .candidate)
                .status == 422)
    }

    @Test func sourcingNeedsACandidateThatMayBeContacted() throws {
        let board = try Board()
        let job = try board.job()
        let candidate = try board.candidate()
        func source(_ person: World.Person) throws -> EncodedAnswer {
            try board.world.call(
                "applications.source",
                ["candidate_id": .string(candidate), "job_id": .string(job), "note": "Good fit"], as: person)
        }
        #expect(try source(.employer).status == 403)
        #expect(try source(.candidate).status == 403)
        try board.call(
            "candidates.update", ["candidate_id": .string(candidate), "status": "do_not_contact"], as: .admin)
        #expect(try source(.consultant).status == 409)
        try board.call("candidates.update", ["candidate_id": .string(candidate), "status": "active"], as: .admin)
        let made = try source(.consultant)
        #expect(made.status == 201)
        #expect(made.body["status"]?.stringValue == "sourced")
        #expect(try source(.admin).status == 409)
        let notes = try board.call(
            "applications.notes.list", ["application_id": try #require(made.body["id"])], as: .consultant)
        #expect(notes["data"]?[0]?["body"]?.stringValue == "Good fit")
    }

    @Test func aCandidateWithdrawsItsOwnFromAnyOpenStageAndNobodyElseDoes() throws {
        let board = try Board()
        _ = try board.ownProfile()
        let made = try board.call("applications.submit", ["job_id": .string(try board.job())], as: .candidate)
        let id = try #require(made["id"]?.stringValue)
        func withdraw(_ person: World.Person) throws -> EncodedAnswer {
            try board.world.call(
                "applications.withdraw", ["application_id": .string(id), "public_comment": "Merci"], as: person)
        }
        for person in [World.Person.employer, .consultant, .admin, .superadmin] {
            #expect(try withdraw(person).status == 403)
        }
        #expect(try withdraw(.otherCandidate).status == 404)
        #expect(try board.move(id, to: "withdrawn").status == 403)
        let gone = try withdraw(.candidate)
        #expect(gone.status == 200)
        #expect(gone.body["status"]?.stringValue == "withdrawn")
        #expect(try withdraw(.candidate).status == 200)
        let history = try board.history(id, as: .candidate)
        #expect(history.count == 2)
        #expect(history[0]["public_comment"]?.stringValue == "Merci")
        try board.expectMove(id, "applied", ["internal_comment": "called"])
        try board.expectMove(id, "rejected", ["reason_id": .string(try board.reason())])
        #expect(try withdraw(.candidate).status == 409)
        try BoardInvariants(world: board.world).check()
    }
}

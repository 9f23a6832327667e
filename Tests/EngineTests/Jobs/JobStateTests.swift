import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct JobStateTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func job(_ id: String, _ more: JSONValue = [:]) -> JSONValue {
        var input: JSONValue = ["job_id": .string(id)]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        return input
    }

    @Test func publishingOpensAJob() throws {
        let id = try jobs.draft()
        let answer = try jobs.body("jobs.publish", job(id), as: .employer)
        #expect(answer["status"] == "open")
        #expect(answer["date_posted"] == "2026-11-20")
        #expect(answer["opened_at"] == "2026-11-20T09:00:00.000Z")
        #expect(answer["version"] == 2)
        #expect(try jobs.history(id) == ["draft", "open"])
        let again = try jobs.call("jobs.publish", job(id), as: .employer)
        #expect(again.status == 409)
        #expect(again.body["status"] == 409 || again.body["status"] == "open")
        #expect(again.body["detail"] == "The job is open; it cannot be published.")
    }

    @Test func publishingNeedsWhatAnAdvertisementNeeds() throws {
        let bare = try jobs.body("jobs.create", ["title": "Nurse"], as: .employer)["id"]?.stringValue ?? ""
        let refused = try jobs.call("jobs.publish", job(bare), as: .employer)
        #expect(refused.status == 409)
        #expect(refused.body["missing"] == ["description", "location"])
        _ = try jobs.body(
            "jobs.update", job(bare, ["workplace": "remote", "description": "Words"]), as: .employer)
        _ = try jobs.body("jobs.publish", job(bare), as: .employer)
        let emptied = try jobs.call("jobs.update", job(bare, ["description": nil]), as: .employer)
        #expect(emptied.status == 409)
        let past = try jobs.draft("Cook", ["valid_through": "2026-11-19"])
        #expect(try jobs.status("jobs.publish", job(past), as: .employer) == 409)
    }

    @Test func everyStateAndEveryStep() throws {
        // How to bring a draft into each state, and what may then be done.
        let ways: [(state: String, steps: [(String, JSONValue)], allowed: Set<String>)] = [
            ("draft", [], ["publish", "close", "cancelled"]),
            ("open", [("jobs.publish", [:])], ["close", "on_hold", "cancelled"]),
            (
                "on_hold", [("jobs.publish", [:]), ("jobs.update", ["status": "on_hold"])],
                ["publish", "close", "open", "cancelled"]
            ),
            ("closed", [("jobs.close", [:])], ["publish"]),
            ("cancelled", [("jobs.update", ["status": "cancelled"])], []),
        ]
        for way in ways {
            for step in ["publish", "close", "open", "on_hold", "cancelled"] where step != way.state {
                let id = try jobs.draft()
                for (operation, input) in way.steps { _ = try jobs.body(operation, job(id, input), as: .employer) }
                let before = try jobs.history(id)
                #expect(before.last == way.state)
                let isUpdate = step != "publish" && step != "close"
                let answer = try jobs.call(
                    isUpdate ? "jobs.update" : "jobs.\(step)",
                    job(id, isUpdate ? ["status": .string(step)] : [:]), as: .employer)
                let expected = way.allowed.contains(step) ? 200 : 409
                #expect(answer.status == expected, "\(way.state) \(step): \(answer.body)")
                let reached = ["publish": "open", "close": "closed"][step] ?? step
                #expect(try jobs.history(id) == (expected == 200 ? before + [reached] : before))
            }
        }
    }

    @Test func updateReachesNoOtherState() throws {
        let id = try jobs.draft()
        for status in ["draft", "filled", "closed"] {
            #expect(try jobs.status("jobs.update", job(id, ["status": .string(status)]), as: .admin) == 422)
        }
    }

    @Test func aPauseDoesNotBeginTheJobAnew() throws {
        let id = try jobs.published()
        jobs.world.clock.advance(days: 3)
        _ = try jobs.body("jobs.update", job(id, ["status": "on_hold"]), as: .employer)
        let back = try jobs.body("jobs.publish", job(id), as: .employer)
        #expect(back["opened_at"] == "2026-11-20T09:00:00.000Z")
        _ = try jobs.body("jobs.close", job(id, ["reason": "Budget"]), as: .employer)
        let reopened = try jobs.body("jobs.publish", job(id), as: .employer)
        #expect(reopened["opened_at"] == "2026-11-23T09:00:00.000Z")
        #expect(reopened["close_reason"] == nil)
        #expect(reopened["closed_at"] == nil)
    }

    @Test func closingSaysHowManyApplicationsAreStillOpen() throws {
        let id = try jobs.published()
        _ = try jobs.apply(.candidate, to: id)
        _ = try jobs.apply(.otherCandidate, to: id)
        let closed = try jobs.body("jobs.close", job(id, ["reason": "Budget"]), as: .employer)
        #expect(closed["open_applications"] == 2)
        #expect(closed["close_reason"] == "Budget")
        #expect(closed["closed_at"] == "2026-11-20T09:00:00.000Z")
        let applications = try jobs.body("jobs.applications", job(id), as: .employer)
        #expect(applications["data"]?.arrayValue?.compactMap { $0["status"] } == ["applied", "applied"])
    }

    @Test func aFilledJobOpensAgainOnlyWithMoreOpenings() throws {
        let id = try jobs.published()
        let key = try #require(Job.ID(id))
        try jobs.world.database.write {
            _ = try $0.execute("UPDATE job SET status = 'filled', openings_filled = 1 WHERE id = \(key)")
        }
        #expect(try jobs.status("jobs.close", job(id), as: .employer) == 409)
        #expect(try jobs.status("jobs.publish", job(id), as: .employer) == 409)
        _ = try jobs.body("jobs.update", job(id, ["openings": 2]), as: .employer)
        #expect(try jobs.body("jobs.publish", job(id), as: .employer)["status"] == "open")
        try jobs.world.database.write {
            _ = try $0.execute("UPDATE job SET openings_filled = 2 WHERE id = \(key)")
        }
        #expect(try jobs.status("jobs.update", job(id, ["openings": 1]), as: .employer) == 409)
    }

    @Test(arguments: [
        "jobs.update", "jobs.delete", "jobs.publish", "jobs.close", "jobs.duplicate", "jobs.applications",
    ])
    func whoMayTouchAJob(_ operation: String) throws {
        let open = try jobs.published()
        let draft = try jobs.draft()
        #expect(try jobs.status(operation, job(open), as: .anonymous) == 401)
        #expect(try jobs.status(operation, job(open), as: .candidate) == 403)
        #expect(try jobs.status(operation, job(open), as: .otherEmployer) == 403)
        #expect(try jobs.status(operation, job(draft), as: .otherEmployer) == 404)
        let consultant = try jobs.status(operation, job(open), as: .consultant)
        #expect(consultant == (operation == "jobs.applications" ? 200 : 403))
        let missing = job("0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012")
        #expect(try jobs.status(operation, missing, as: .admin) == 404)
        #expect(try jobs.status(operation, ["job_id": "x"], as: .employer) == 422)
    }

    @Test func refusalsSpeakFrench() throws {
        try jobs.speakFrench(.employer)
        let id = try jobs.published("Infirmier")
        let answer = try jobs.call("jobs.publish", job(id), as: .employer)
        #expect(answer.body["detail"] == "Le poste est ouvert ; il ne peut pas être publié.")
    }
}

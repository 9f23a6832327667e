import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct TransitionTests {
    private static let movers: [World.Person] = [.employer, .consultant, .admin, .superadmin]

    /// Every pair of stages, for every role, through dispatch: allowed where the table and its guards allow it.
    @Test(arguments: Application.Status.allCases)
    func everyMoveFromAStageIsAnsweredByTheTable(from: Application.Status) throws {
        let board = try Board()
        let candidate = try board.candidate()
        let reason = try board.reason()
        for person in Self.movers {
            for to in Application.Status.allCases where to != from {
                let job = try board.job(openings: 3)
                let application = try board.sourced(candidate, job)
                if from == .withdrawn {
                    try board.bring(application, to: .screening)
                    try withdrawBehindTheScenes(application, board)
                } else {
                    try board.bring(application, to: from)
                }
                let answer = try board.move(
                    application, to: to.rawValue,
                    ["reason_id": .string(reason), "internal_comment": "because", "public_comment": "hello"], as: person
                )
                let previous: Application.Status? = from == .rejected || from == .withdrawn ? .screening : nil
                let line = ApplicationPath.move(from: from, to: to, previous: previous)
                let expected: Int
                if let line {
                    let isAllowed = person.role.map(line.roles.contains) ?? false
                    // Only making an offer leads to the offer; and the offer made on the way is not accepted yet.
                    let isBarred =
                        line.guards.contains(.onlyByMakeOffer) || line.guards.contains(.acceptedOfferAndOpening)
                    expected = !isAllowed ? 403 : isBarred ? 409 : 200
                } else {
                    expected = 409
                    #expect(answer.body["current"]?.stringValue == from.rawValue)
                    #expect(answer.body["allowed"]?.arrayValue != nil)
                }
                #expect(answer.status == expected, "\(person) \(from) → \(to): \(answer.body)")
                if expected != 200 { #expect(try board.status(application) == from.rawValue) }
            }
        }
        try BoardInvariants(world: board.world).check()
    }

    private func withdrawBehindTheScenes(_ application: String, _ board: Board) throws {
        let id = try #require(Application.ID(application))
        // The candidate has no account here; what withdrawing writes is tested in WithdrawTests.
        let user = try #require(User.ID(try board.user(.otherCandidate)))
        let candidate: Candidate.ID? = try board.world.database.read {
            try $0.value("SELECT candidate_id FROM application WHERE id = \(id)")
        }
        try board.world.database.write { transaction in
            try transaction.execute("UPDATE candidate SET user_id = \(user) WHERE id = \(try #require(candidate))")
        }
        try board.call("applications.withdraw", ["application_id": .string(application)], as: .otherCandidate)
    }

    @Test func candidatesAndStrangersMayNotMove() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        #expect(try board.move(application, to: "applied", as: .candidate).status == 403)
        #expect(try board.move(application, to: "applied", as: .anonymous).status == 401)
        #expect(try board.move(application, to: "applied", as: .otherEmployer).status == 404)
        #expect(try board.status(application) == "sourced")
    }

    @Test func aMoveWritesHistoryAndAuditAndAnswersItsTransition() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let answer = try board.move(
            application, to: "applied", ["public_comment": "welcome", "internal_comment": "inside"], as: .consultant)
        #expect(answer.status == 200)
        #expect(answer.body["status"]?.stringValue == "applied")
        let history = try board.history(application)
        #expect(history.count == 2)
        #expect(history[0]["id"] == answer.body["transition_id"])
        #expect(history[0]["from_status"]?.stringValue == "sourced")
        #expect(history[0]["internal_comment"]?.stringValue == "inside")
        #expect(history[0]["actor_name"]?.stringValue == "consultant Test")
        let audited: [String] = try board.world.database.read { transaction in
            try transaction.column(
                "SELECT after FROM audit_log WHERE operation_id = 'applications.changeStatus' AND outcome = 200")
        }
        #expect(audited == [#"{"status":"applied"}"#])
    }

    @Test func theStageItIsInAlreadyChangesNothing() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let before = try board.call("applications.get", ["application_id": .string(application)], as: .admin)
        let entries = try auditEntries(board)
        let answer = try board.move(application, to: "sourced")
        #expect(answer.status == 200)
        #expect(answer.body == before)
        #expect(try board.history(application).count == 1)
        #expect(try auditEntries(board) == entries)

        let held = try board.move(application, to: "sourced", ["on_hold": true])
        #expect(held.body["on_hold"]?.boolValue == true)
        #expect(try board.history(application).count == 1)
        #expect(try auditEntries(board) == entries + 1)
    }

    private func auditEntries(_ board: Board) throws -> Int {
        try board.world.database.read {
            try $0.value("SELECT COUNT(*) FROM audit_log WHERE operation_id LIKE 'applications.%'") ?? 0
        }
    }

    @Test func whatIsMissingIsSaidInItsOrder() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let noReason = try board.move(application, to: "rejected", as: .employer)
        #expect(noReason.status == 422)
        #expect(noReason.body["errors"]?[0]?["field"]?.stringValue == "reason_id")
        let unknown = "01900000-0000-7000-8000-000000000001"
        #expect(try board.move(application, to: "rejected", ["reason_id": .string(unknown)]).status == 422)
        #expect(try board.move(unknown, to: "rejected").status == 422)
        #expect(try board.move(unknown, to: "applied").status == 404)
        try board.bring(application, to: .screening)
        let noComment = try board.move(application, to: "applied", as: .consultant)
        #expect(noComment.status == 422)
        #expect(noComment.body["errors"]?[0]?["field"]?.stringValue == "internal_comment")
        #expect(try board.move(application, to: "applied", as: .employer).status == 403)
        let empty = try board.world.call(
            "applications.changeStatus", ["application_id": .string(application)], as: .admin)
        #expect(empty.status == 422)
    }

    @Test func aStaleStageIs409WithTheCurrentOne() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let answer = try board.move(application, to: "screening", ["expected_from": "applied"])
        #expect(answer.status == 409)
        #expect(answer.body["current"]?.stringValue == "sourced")
        #expect(answer.body["status"]?.integerValue == 409)
        #expect(try board.move(application, to: "applied", ["expected_from": "sourced"]).status == 200)
    }

    @Test func submittingNeedsACVAndFreezesThePrimaryOne() throws {
        let board = try Board()
        let candidate = try board.candidate(cv: false)
        let application = try board.sourced(candidate, try board.job())
        try board.bring(application, to: .screening)
        let refused = try board.move(application, to: "submitted", as: .consultant)
        #expect(refused.status == 409)
        #expect(refused.body["detail"]?.stringValue?.contains("CV") == true)
        try board.attachCV(candidate)
        let moved = try board.move(application, to: "submitted", as: .consultant)
        #expect(moved.status == 200)
        #expect(moved.body["cv_id"]?.stringValue != nil)
    }

    @Test func aHireTakesTheOpeningAndTheLastOneFillsTheJob() throws {
        let board = try Board()
        let job = try board.job(openings: 1)
        let first = try board.sourced(try board.candidate("Ana", "Un"), job)
        let second = try board.sourced(try board.candidate("Bea", "Deux"), job)
        try board.bring(first, to: .offer)
        try board.bring(second, to: .offer)
        #expect(try board.move(first, to: "hired").status == 409)
        try board.accept(first)
        try board.accept(second)
        try board.expectMove(first, "hired")
        var view = try board.call("jobs.get", ["job_id": .string(job)], as: .admin)
        #expect(view["status"]?.stringValue == "filled")
        #expect(view["openings_filled"]?.integerValue == 1)
        let full = try board.move(second, to: "hired", as: .employer)
        #expect(full.status == 409)
        #expect(full.body["detail"]?.stringValue?.contains("opening") == true)

        #expect(try board.move(first, to: "offer", as: .employer).status == 403)
        #expect(try board.move(first, to: "offer").status == 200)
        view = try board.call("jobs.get", ["job_id": .string(job)], as: .admin)
        #expect(view["status"]?.stringValue == "open")
        #expect(view["openings_filled"]?.integerValue == 0)
        let id = try #require(Job.ID(job))
        let stages: [String] = try board.world.database.read {
            try $0.column("SELECT to_status FROM job_status_history WHERE job_id = \(id) ORDER BY at, id")
        }
        #expect(stages.suffix(2) == ["filled", "open"])
        try board.expectMove(second, "hired")
        try BoardInvariants(world: board.world).check()
    }

    @Test func steppingBackFromTheOfferRescindsIt() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        try board.bring(application, to: .offer)
        try board.expectMove(application, "interview", ["internal_comment": "too early"])
        let offers = try board.call("offers.list", ["application_id": .string(application)], as: .admin)
        #expect(offers["data"]?[0]?["status"]?.stringValue == "rescinded")
        // An old acceptance does not count for a new offer.
        try board.offer(application)
        #expect(try board.move(application, to: "hired").status == 409)
    }

    @Test func aRejectedOneComesBackToItsLastOpenStageOnly() throws {
        let board = try Board()
        let candidate = try board.candidate()
        let job = try board.job()
        let application = try board.sourced(candidate, job)
        try board.bring(application, to: .interview)
        try board.expectMove(application, "rejected", ["reason_id": .string(try board.reason())])
        let comment: JSONValue = ["internal_comment": "second thoughts"]
        let wrong = try board.move(application, to: "screening", comment, as: .consultant)
        #expect(wrong.status == 409)
        #expect(wrong.body["allowed"] == ["interview"])
        // While another is open on the job, this one stays closed.
        let other = try board.sourced(candidate, job)
        let blocked = try board.move(application, to: "interview", comment, as: .consultant)
        #expect(blocked.status == 409)
        #expect(blocked.body["application_id"]?.stringValue == other)
        try board.expectMove(other, "rejected", ["reason_id": .string(try board.reason())])
        let back = try board.move(application, to: "interview", comment, as: .consultant)
        #expect(back.status == 200)
        #expect(back.body["rejection_reason_id"] == nil)
        #expect(back.body["closed_at"] == nil)
        try BoardInvariants(world: board.world).check()
    }

    @Test func refusalsAreSaidInFrench() throws {
        let board = try Board()
        try board.world.database.write { transaction in
            try transaction.execute("UPDATE user_account SET locale = 'fr' WHERE role = 'consultant'")
        }
        let application = try board.sourced(try board.candidate(cv: false), try board.job())
        let impossible = try board.move(application, to: "hired", as: .consultant)
        #expect(impossible.body["detail"]?.stringValue?.contains("ne peut pas passer") == true)
        try board.bring(application, to: .screening)
        let noCV = try board.move(application, to: "submitted", as: .consultant)
        #expect(noCV.body["detail"]?.stringValue?.contains("Aucun CV") == true)
        let noReason = try board.move(application, to: "rejected", as: .consultant)
        #expect(noReason.body["errors"]?[0]?["message"]?.stringValue?.contains("nécessaire") == true)
        let stale = try board.move(application, to: "interview", ["expected_from": "applied"], as: .consultant)
        #expect(stale.body["detail"]?.stringValue?.contains("n’est plus") == true)
    }
}

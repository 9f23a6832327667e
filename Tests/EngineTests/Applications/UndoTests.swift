import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct UndoTests {
    @Test func undoBringsBackTheStageThePlaceAndTheReason() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        try board.bring(application, to: .screening)
        try board.call(
            "applications.update", ["application_id": .string(application), "position": 42], as: .consultant)
        let before = try board.call("applications.get", ["application_id": .string(application)], as: .admin)
        board.world.clock.advance(minutes: 5)
        let moved = try board.move(
            application, to: "rejected", ["reason_id": .string(try board.reason())], as: .consultant)
        #expect(moved.body["closed_at"]?.stringValue != nil)
        board.world.clock.advance(minutes: 10)
        let undone = try board.undo(application, moved.body["transition_id"]?.stringValue, as: .consultant)
        #expect(undone.status == 200, "\(undone.body)")
        for field in ["status", "position", "status_entered_at", "closed_at", "rejection_reason_id"] {
            #expect(undone.body[field] == before[field], "\(field)")
        }
        let history = try board.history(application)
        #expect(history[0]["undo_of"] == moved.body["transition_id"])
        #expect(history[0]["id"] == undone.body["transition_id"])
        try BoardInvariants(world: board.world).check()
    }

    @Test func theLastMoveIsTheLastToBeMadeWhateverTheClockSaid() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        board.world.clock.advance(minutes: 60)
        try board.bring(application, to: .screening)
        // The clock that made that move was ahead.
        board.world.clock.advance(minutes: -60)
        let moved = try board.move(application, to: "submitted", as: .consultant)
        #expect(moved.status == 200, "\(moved.body)")
        let undone = try board.undo(application, moved.body["transition_id"]?.stringValue, as: .consultant)
        #expect(undone.status == 200, "\(undone.body)")
        #expect(undone.body["status"] == "screening")
        try BoardInvariants(world: board.world).check()
    }

    @Test func undoingAReopeningRestoresTheReason() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let reason = try board.reason()
        let rejected = try board.move(application, to: "rejected", ["reason_id": .string(reason)])
        board.world.clock.advance(minutes: 30)
        let reopened = try board.move(application, to: "sourced", ["internal_comment": "again"], as: .consultant)
        #expect(reopened.status == 200)
        let undone = try board.undo(application, reopened.body["transition_id"]?.stringValue, as: .consultant)
        #expect(undone.body["rejection_reason_id"]?.stringValue == reason)
        #expect(undone.body["closed_at"] == rejected.body["closed_at"])
    }

    @Test func undoIsRefusedTooLateByOthersAndOnceBuiltOn() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let moved = try board.move(application, to: "applied", as: .consultant)
        let transition = moved.body["transition_id"]?.stringValue
        #expect(try board.undo(application, transition, as: .admin).status == 409)
        #expect(try board.undo(application, transition, as: .otherEmployer).status == 404)
        board.world.clock.advance(milliseconds: 600_001)
        #expect(try board.undo(application, transition, as: .consultant).status == 409)

        let second = try board.move(application, to: "screening", as: .consultant)
        #expect(try board.undo(application, transition, as: .consultant).status == 409)
        let undone = try board.undo(application, second.body["transition_id"]?.stringValue, as: .consultant)
        #expect(undone.status == 200)
        // An undo is no move that could be undone in turn.
        #expect(try board.undo(application, undone.body["transition_id"]?.stringValue, as: .consultant).status == 409)
        #expect(try board.undo(application, "01900000-0000-7000-8000-000000000001", as: .consultant).status == 409)
        #expect(try board.status(application) == "applied")
    }

    /// What was undone does not stand in the way of the move before it.
    @Test func severalMovesAreTakenBackOneAfterTheOther() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let before = try board.call("applications.get", ["application_id": .string(application)], as: .admin)
        var transitions: [String?] = []
        for stage in ["applied", "screening", "submitted"] {
            board.world.clock.advance(minutes: 1)
            transitions.append(
                try board.move(application, to: stage, as: .consultant).body["transition_id"]?.stringValue)
        }
        #expect(try board.undo(application, transitions[1], as: .consultant).status == 409, "the last comes first")
        for (transition, stage) in zip(transitions.reversed(), ["screening", "applied", "sourced"]) {
            board.world.clock.advance(minutes: 1)
            let undone = try board.undo(application, transition, as: .consultant)
            #expect(undone.status == 200, "\(undone.body)")
            #expect(undone.body["status"]?.stringValue == stage)
            try BoardInvariants(world: board.world).check()
            #expect(try board.undo(application, transition, as: .consultant).status == 409, "once only")
        }
        let after = try board.call("applications.get", ["application_id": .string(application)], as: .admin)
        #expect(after["status_entered_at"] == before["status_entered_at"])
        #expect(after["position"] == before["position"])
    }

    @Test func theFirstRowOfTheHistoryCannotBeUndone() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let first = try board.history(application)[0]["id"]?.stringValue
        #expect(try board.undo(application, first, as: .consultant).status == 409)
    }

    @Test func anEmployerUndoesItsOwnMove() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        let moved = try board.move(application, to: "applied", as: .employer)
        let undone = try board.undo(application, moved.body["transition_id"]?.stringValue, as: .employer)
        #expect(undone.status == 200)
        #expect(undone.body["status"]?.stringValue == "sourced")
    }

    @Test func undoingAHireGivesTheOpeningBack() throws {
        let board = try Board()
        let job = try board.job(openings: 1)
        let application = try board.sourced(try board.candidate(), job)
        try board.bring(application, to: .offer)
        try board.accept(application)
        let hired = try board.move(application, to: "hired", as: .employer)
        #expect(hired.status == 200)
        let undone = try board.undo(application, hired.body["transition_id"]?.stringValue, as: .employer)
        #expect(undone.status == 200, "\(undone.body)")
        let view = try board.call("jobs.get", ["job_id": .string(job)], as: .admin)
        #expect(view["status"]?.stringValue == "open")
        #expect(view["openings_filled"]?.integerValue == 0)
        #expect(try board.move(application, to: "hired").status == 200)
        try BoardInvariants(world: board.world).check()
    }

    @Test func anOfferStandsInTheWayOfUndoAndARejectionGivesItBack() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        try board.bring(application, to: .interview)
        try board.offer(application)
        let toOffer = try board.history(application)[0]["id"]?.stringValue
        #expect(try board.undo(application, toOffer, as: .admin).status == 409)

        board.world.clock.advance(minutes: 1)
        let rejected = try board.move(application, to: "rejected", ["reason_id": .string(try board.reason())])
        func offerStatus() throws -> String? {
            try board.call("offers.list", ["application_id": .string(application)], as: .admin)["data"]?[0]?["status"]?
                .stringValue
        }
        #expect(try offerStatus() == "rescinded")
        #expect(try board.undo(application, rejected.body["transition_id"]?.stringValue, as: .admin).status == 200)
        #expect(try offerStatus() == "sent")
        try BoardInvariants(world: board.world).check()
    }

    @Test func undoingASubmissionHidesTheCandidateAgain() throws {
        let board = try Board()
        let application = try board.sourced(try board.candidate(), try board.job())
        try board.bring(application, to: .screening)
        let moved = try board.move(application, to: "submitted", as: .consultant)
        func name() throws -> String? {
            try board.call("applications.get", ["application_id": .string(application)], as: .employer)[
                "candidate_name"]?.stringValue
        }
        #expect(try name() == "Hélène Dupont")
        _ = try board.undo(application, moved.body["transition_id"]?.stringValue, as: .consultant)
        #expect(try name() == "Infirmière")
    }
}

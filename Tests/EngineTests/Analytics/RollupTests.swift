import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// The counters beside the history are what it comes to, after each kind of write that touches them.
@Suite struct RollupTests {
    private func started() throws -> (board: Board, job: String, application: String) {
        let board = try Board()
        let job = try board.job(openings: 2)
        let application = try board.sourced(try board.candidate(), job)
        board.world.clock.advance(days: 2)
        return (board, job, application)
    }

    @Test func anUndoTakesTheMoveOutOfTheCounters() throws {
        let (board, _, application) = try started()
        _ = try board.move(application, to: "applied")
        board.world.clock.advance(days: 1)
        let moved = try board.move(application, to: "screening")
        board.world.clock.advance(minutes: 5)
        let undone = try board.undo(application, moved.body["transition_id"]?.stringValue, as: .admin)
        #expect(undone.isSuccess, "\(undone.body)")
        try BoardInvariants(world: board.world).check()
        let reached: Int? = try board.world.database.read {
            try $0.value("SELECT CAST(SUM(screening) AS BIGINT) FROM application_activity")
        }
        #expect(reached == 0, "a move that was taken back was never made")
        board.world.clock.advance(days: 3)
        _ = try board.move(application, to: "screening")
        let spent: Int64? = try board.world.database.read { try $0.value("SELECT spent_applied FROM application") }
        #expect(spent == Int64(4 * 86_400 + 300) * 1_000, "the stay went on meanwhile")
        try BoardInvariants(world: board.world).check()
    }

    @Test func aNewOwnerTakesTheCountersAlong() throws {
        let (board, job, application) = try started()
        _ = try board.move(application, to: "applied")
        for person in [World.Person.consultant, .otherConsultant] {
            _ = try board.call(
                "jobs.update",
                ["job_id": .string(job), "owner_consultant_id": .string(try board.consultant(person))], as: .admin)
            try BoardInvariants(world: board.world).check()
        }
        _ = try board.call("jobs.update", ["job_id": .string(job), "owner_consultant_id": .null], as: .admin)
        try BoardInvariants(world: board.world).check()
    }

    @Test func anotherSourceTakesTheCountersAlong() throws {
        let (board, _, application) = try started()
        let sources: [Source.ID] = try board.world.database.read { try $0.column("SELECT id FROM source LIMIT 2") }
        _ = try board.move(application, to: "applied")
        for source in sources {
            _ = try board.call(
                "applications.update",
                ["application_id": .string(application), "source_id": .string(source.description)], as: .consultant)
            try BoardInvariants(world: board.world).check()
        }
    }

    @Test func aHireIsAPlacementUntilItIsTakenBack() throws {
        let (board, _, application) = try started()
        try board.bring(application, to: .hired)
        try BoardInvariants(world: board.world).check()
        let hires: Int? = try board.world.database.read { try $0.value("SELECT COUNT(*) FROM placement") }
        #expect(hires == 1)
        _ = try board.move(application, to: "offer", ["internal_comment": "A mistake."])
        try BoardInvariants(world: board.world).check()
        let left: Int? = try board.world.database.read { try $0.value("SELECT COUNT(*) FROM placement") }
        #expect(left == 0)
    }

    @Test func fillingAnewChangesNothing() throws {
        let (board, _, application) = try started()
        try board.bring(application, to: .interview)
        try board.world.database.write { try EngineCounters.fill(in: $0) }
        try BoardInvariants(world: board.world).check()
    }
}

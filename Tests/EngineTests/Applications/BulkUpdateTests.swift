import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct BulkUpdateTests {
    private let board: Board
    private let good: [String]
    private let bad: String

    /// Two applications that are sourced, and one that is in screening already.
    init() throws {
        let board = try Board()
        self.board = board
        let job = try board.job()
        good = try ["Un", "Deux"].map { try board.sourced(try board.candidate("A", $0), job) }
        bad = try board.sourced(try board.candidate("B", "Trois"), job)
        try board.bring(bad, to: .screening)
    }

    private func bulk(_ more: JSONValue, as person: World.Person = .consultant) throws -> EncodedAnswer {
        var input: JSONValue = [
            "application_ids": .array((good + [bad]).map { .string($0) }), "status": "applied",
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try board.world.call("applications.bulkUpdate", input, as: person)
    }

    private func stages() throws -> [String?] { try (good + [bad]).map { try board.status($0) } }

    private func results(_ answer: EncodedAnswer) -> [String?] {
        answer.body["results"]?.arrayValue?.map { $0["status"]?.stringValue } ?? []
    }

    @Test func bestEffortKeepsTheGoodRows() throws {
        let answer = try bulk(["mode": "best_effort"])
        #expect(answer.status == 200)
        #expect(results(answer) == ["ok", "ok", "failed"])
        #expect(answer.body["results"]?[2]?["problem"]?["status"]?.integerValue == 422)
        #expect(try stages() == ["applied", "applied", "screening"])
        let batches = try good.map { try board.history($0)[0]["batch_id"] }
        #expect(batches.allSatisfy { $0 != nil && $0 == answer.body["batch_id"] })
        let audited: [String] = try board.world.database.read {
            try $0.column("SELECT after FROM audit_log WHERE operation_id = 'applications.bulkUpdate'")
        }
        #expect(audited.count == 1)
        #expect(good.allSatisfy { audited[0].contains($0) })
        try BoardInvariants(world: board.world).check()
    }

    @Test func allOrNothingKeepsNothingWhereOneFails() throws {
        let answer = try bulk([:])
        #expect(results(answer) == ["skipped", "skipped", "failed"])
        #expect(answer.body["kept"]?.boolValue == false)
        #expect(try stages() == ["sourced", "sourced", "screening"])
        let whole = try bulk(["application_ids": .array(good.map { .string($0) })])
        #expect(results(whole) == ["ok", "ok"])
        #expect(try stages() == ["applied", "applied", "screening"])
        try BoardInvariants(world: board.world).check()
    }

    @Test func aDryRunShowsAndKeepsNothing() throws {
        let answer = try bulk(["dry_run": true, "mode": "best_effort"])
        #expect(results(answer) == ["ok", "ok", "failed"])
        #expect(try stages() == ["sourced", "sourced", "screening"])
        #expect(try board.history(good[0]).count == 1)
    }

    @Test func aRepeatedKeyIsCarriedOutOnce() throws {
        let key: JSONValue = ["idempotency_key": "k1", "mode": "best_effort"]
        let first = try bulk(key)
        let second = try bulk(key)
        #expect(first.body == second.body)
        #expect(try board.history(good[0]).count == 2)
        #expect(try bulk(["idempotency_key": "k1", "mode": "best_effort", "status": "screening"]).status == 409)
    }

    @Test func theGuardsAreThoseOfTheSingleOperation() throws {
        #expect(try bulk(["status": "rejected"]).status == 422)
        #expect(try bulk(["application_ids": []]).status == 422)
        #expect(try bulk([:], as: .employer).status == 403)
        #expect(try bulk([:], as: .candidate).status == 403)
        let stale = try bulk(["expected_from": "sourced", "mode": "best_effort"])
        #expect(stale.body["results"]?[2]?["problem"]?["current"]?.stringValue == "screening")
        let unknown = try bulk(["application_ids": ["01900000-0000-7000-8000-000000000001"]])
        #expect(unknown.body["results"]?[0]?["problem"]?["status"]?.integerValue == 404)
        let rejected = try bulk(["status": "rejected", "reason_id": .string(try board.reason())])
        #expect(results(rejected) == ["ok", "ok", "ok"])
        let held = try bulk(["status": nil, "on_hold": true])
        #expect(results(held) == ["ok", "ok", "ok"])
        try BoardInvariants(world: board.world).check()
    }
}

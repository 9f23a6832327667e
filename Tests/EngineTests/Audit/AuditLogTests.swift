import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct AuditLogTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func list(_ input: JSONValue = [:], as person: World.Person = .admin) throws -> JSONValue {
        try jobs.body("admin.auditLogs", input, as: person)
    }

    private func entries(_ input: JSONValue) throws -> [JSONValue] { try list(input)["data"]?.arrayValue ?? [] }

    @Test(arguments: [(World.Person.anonymous, 401), (.candidate, 403), (.employer, 403), (.consultant, 403)])
    func itIsForAdministrators(_ person: World.Person, _ status: Int) throws {
        #expect(try jobs.status("admin.auditLogs", as: person) == status)
    }

    @Test func anEntrySaysWhoDidWhatAndWhatChanged() throws {
        let job = try jobs.draft()
        _ = try jobs.body("jobs.update", ["job_id": .string(job), "title": "Midwife"], as: .employer)
        let entry = try #require(try entries(["target_id": .string(job)]).first)
        #expect(entry["operation_id"] == "jobs.update")
        #expect(entry["actor_name"] == "employer Test")
        #expect(entry["actor_email"] == "employer@example.com")
        #expect(entry["actor_role"] == "employer")
        #expect(entry["target_type"] == "job")
        #expect(entry["outcome"] == 200)
        #expect(entry["origin"] == "test")
        #expect(entry["before"]?["title"] == "Nurse")
        #expect(entry["after"]?["title"] == "Midwife")
        #expect(entry["is_erased"] == false)
        let older = try #require(try entries([:]).first { $0["sequence"] == .integer(entry.sequence - 1) })
        #expect(entry["previous_hash"] == older["hash"])
        #expect(entry["hash"]?.stringValue?.count == 64)
    }

    @Test func itIsReadNewestFirstByPageAndByCursor() throws {
        for number in 1...7 {
            jobs.world.clock.advance(milliseconds: 1)
            _ = try jobs.body("auth.updateProfile", ["last_name": .string("N\(number)")], as: .admin)
        }
        // A clock that was set back does not confuse the order of the pages.
        jobs.world.clock.advance(milliseconds: -3)
        _ = try jobs.body("auth.updateProfile", ["last_name": "Back"], as: .admin)
        let whole = try list(["page_size": 200])
        let all = whole["data"]?.arrayValue ?? []
        #expect(whole["total"] == .integer(Int64(all.count)))
        #expect(whole["next_cursor"] == nil)
        #expect(all.map(\.instant) == all.map(\.instant).sorted(by: >))
        var read: [JSONValue] = []
        var cursor: JSONValue?
        // Reading makes a session each time, which is an entry: they come before the cursor, not after it.
        repeat {
            var input: JSONValue = ["page_size": 3, "to": "2026-11-20T09:00:00.100Z"]
            if let cursor { input["cursor"] = cursor }
            let page = try list(input)
            read += page["data"]?.arrayValue ?? []
            cursor = page["next_cursor"]
        } while cursor != nil && read.count < 100
        #expect(Set(read.map(\.sequence)).count == read.count)
        #expect(Set(read.map(\.sequence)).isSuperset(of: all.map(\.sequence)))
        let second = try list(["page_size": 3, "page": 2])["data"]?.arrayValue ?? []
        #expect(second.count == 3)
    }

    @Test func filtersCutIt() throws {
        let job = try jobs.draft()
        jobs.world.clock.advance(days: 1)
        let noon = jobs.world.clock.now()
        _ = try jobs.call("jobs.delete", ["job_id": .string(job)], as: .candidate)
        _ = try jobs.call("jobs.update", ["job_id": .string(job), "title": "Midwife"], as: .employer)
        _ = try jobs.call(
            "jobs.update", ["job_id": .string(job), "title": "Late", "expected_version": 1], as: .employer)
        let employer = try #require(try entries(["operation_id": "jobs.create"]).first?["actor_id"])
        func outcomes(_ input: JSONValue) throws -> [Int64] {
            try entries(input.with(["page_size": 200])).compactMap { $0["outcome"]?.integerValue }
        }
        #expect(try outcomes(["operation_id": "jobs.update"]) == [409, 200])
        #expect(try outcomes(["operation_id": "jobs.update", "outcome": 409]) == [409])
        #expect(try outcomes(["operation_id": "jobs.update", "outcome_class": "succeeded"]) == [200])
        #expect(try outcomes(["outcome_class": "refused"]) == [409, 403])
        #expect(try outcomes(["outcome": 403]) == [403])
        #expect(try outcomes(["outcome_class": "succeeded", "outcome": 403]) == [])
        #expect(try outcomes(["target_type": "job", "target_id": .string(job)]) == [409, 200, 201])
        #expect(try outcomes(["target_type": "job", "to": .string(noon.description)]) == [201])
        #expect(try outcomes(["target_type": "job", "from": .string(noon.description)]) == [409, 200])
        #expect(try entries(["actor_id": employer]).allSatisfy { $0["actor_role"] == "employer" })
        #expect(try list(["operation_id": "jobs.update"])["total"] == 2)
    }

    @Test(arguments: [
        ("outcome", 42 as JSONValue), ("outcome_class", "good"), ("from", "yesterday"), ("actor_id", "me"),
        ("page_size", 201), ("cursor", "x"), ("user", "me"),
    ])
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = [:]
        input[field] = value
        let answer = try jobs.call("admin.auditLogs", input, as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
    }

    @Test func aSpanThatEndsBeforeItBeginsIsRefused() throws {
        let answer = try jobs.call(
            "admin.auditLogs", ["from": "2026-11-20T00:00:00Z", "to": "2026-11-20T00:00:00Z"], as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == "to")
    }

    /// A refusal is on record whether it was the role, the input or the row that was refused.
    @Test func everyRefusedWriteIsOnRecord() throws {
        let job = try jobs.draft()
        _ = try jobs.call("jobs.delete", ["job_id": .string(job)], as: .candidate)
        _ = try jobs.call("jobs.update", ["job_id": .string(job), "title": ""], as: .employer)
        _ = try jobs.call("jobs.update", ["job_id": .string(job), "title": "Midwife"], as: .otherEmployer)
        _ = try jobs.call("jobs.update", ["job_id": .string(job)], as: .anonymous)
        _ = try jobs.call("candidates.list", ["nonsense": 1], as: .candidate)
        let refused = try entries(["outcome_class": "refused"])
        #expect(refused.map { $0["outcome"] } == [404, 422, 403])
        #expect(refused.map { $0["actor_role"] } == ["employer", "employer", "candidate"])
        #expect(refused.allSatisfy { $0["after"]?["problem"]?.stringValue != nil })
    }

    /// Each filter alone walks an index in the order of the answer: no scan of the log and no sorting.
    @Test(
        .enabled(if: TestServer.shared == nil, "it reads plans of SQLite"),
        arguments: [
            "1 = 1", "l.actor_id = x'00000000000000000000000000000001'", "l.operation_id = 'a'",
            "l.target_type = 'job'",
            "l.target_id = x'00000000000000000000000000000001'", "l.outcome >= 400", "l.outcome = 409",
            "l.at >= 1 AND l.at < 2", "l.operation_id = 'a' AND l.at >= 1 AND l.at < 2", "(l.at, l.seq) < (5, 6)",
            "l.target_type = 'job' AND (l.at, l.seq) < (5, 6)",
        ])
    func everyFilterHasItsIndex(_ condition: String) throws {
        let plan: [String] = try jobs.world.database.read { transaction in
            try transaction.all(
                """
                EXPLAIN QUERY PLAN SELECT l.seq, l.after FROM audit_log l WHERE \(SQL(trusted: condition))
                ORDER BY l.at DESC, l.seq DESC LIMIT 26
                """
            ) { columns in
                columns.skip(3)
                return try columns.next(String.self)
            }
        }
        #expect(plan.count == 1, "\(plan)")
        #expect(plan.first?.contains("USING INDEX audit_log_") == true, "\(plan)")
    }
}

extension JSONValue {
    fileprivate var sequence: Int64 { self["sequence"]?.integerValue ?? 0 }
    fileprivate var instant: String { self["at"]?.stringValue ?? "" }
}

import Engine
import JSON
import TestSupport
import Testing

/// Importing candidates in bulk.
@Suite struct CandidateImportTests {
    private static let rows: JSONValue = [
        [
            "first_name": "Zoé", "last_name": "李 👩‍💻", "emails": [["value": "zoe@example.com"]],
            "skills": ["C++", "Soudure", "c++"], "current_title": "Soudeuse",
            "experience": [
                ["name": "Atelier", "position": "Soudeuse", "start_date": "2020-01", "end_date": "2020-12"]
            ],
            "education": [["institution": "Lycée Pro", "study_type": "CAP"]],
        ],
        ["first_name": "Known", "last_name": "Person", "emails": [["value": "KNOWN@example.com"]]],
        ["first_name": "By", "last_name": "Phone", "phones": [["value": "+33 6 99 99 99 99"]]],
        ["first_name": "Zoé", "last_name": "Again", "emails": [["value": "Zoe@Example.com"]]],
    ]

    private func world() throws -> World {
        let world = try World()
        try world.candidate(
            "Known", "Person", ["emails": [["value": "known@example.com"]], "phones": [["value": "0033699999999"]]])
        return world
    }

    private func total(_ world: World) throws -> JSONValue? {
        try world.call("candidates.list", as: .admin).body["total"]
    }

    @Test func peopleAreMadeOrMatchedNeverDoubled() throws {
        let world = try world()
        let answer = try world.call("candidates.bulkImport", ["rows": Self.rows], as: .admin)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body["created"] == 1)
        #expect(answer.body["matched"] == 3)
        #expect(answer.body["failed"] == 0)
        let results = answer.body["results"]
        #expect(results?[3]?["id"] == results?[0]?["id"])
        #expect(results?[1]?["id"] == results?[2]?["id"])
        let zoe = try #require(results?[0]?["id"]?.stringValue)
        let view = try world.call("candidates.get", ["candidate_id": .string(zoe)], as: .admin).body
        #expect(view["experience_months"] == 12)
        #expect(view["education_level"] == "vocational")
        #expect(view["skills"]?.arrayValue?.count == 2)
        for words in ["zoe 李", "skill:soudure", "title:soudeuse", "\"lycee pro\"", "atelier"] {
            #expect(try world.found(words) == [zoe], "\(words)")
        }
        #expect(try world.audited("candidates.bulkImport") == 1)
        let again = try world.call("candidates.bulkImport", ["rows": Self.rows], as: .admin)
        #expect(again.body["created"] == 0)
        #expect(try total(world) == 2)
    }

    @Test func aDryRunKeepsNothing() throws {
        let world = try world()
        let answer = try world.call("candidates.bulkImport", ["rows": Self.rows, "dry_run": true], as: .superadmin)
        #expect(answer.body["dry_run"] == true)
        #expect(answer.body["created"] == 1)
        #expect(try total(world) == 1)
        #expect(try world.found("zoe").isEmpty)
        #expect(try world.audited("candidates.bulkImport") == 0)
    }

    @Test func oneBadRowSpoilsAllOrOnlyItself() throws {
        let world = try world()
        let rows: JSONValue = [
            ["first_name": "Good", "last_name": "Row"], ["first_name": "", "colour": "red"],
            [
                "first_name": "Bad", "last_name": "Span",
                "experience": [["name": "A", "position": "B", "start_date": "2020", "end_date": "2019"]],
            ],
        ]
        try world.speakFrench(.admin)
        let all = try world.call("candidates.bulkImport", ["rows": rows, "mode": "all_or_nothing"], as: .admin)
        #expect(all.body["created"] == 0)
        #expect(all.body["failed"] == 2)
        #expect(try total(world) == 1)
        let some = try world.call("candidates.bulkImport", ["rows": rows, "mode": "best_effort"], as: .admin)
        #expect(some.body["created"] == 1)
        #expect(try total(world) == 2)
        let fields = some.body["results"]?[1]?["errors"]?.arrayValue?.compactMap { $0["field"]?.stringValue } ?? []
        #expect(Set(fields) == ["first_name", "last_name", "colour"])
        let span = some.body["results"]?[2]?["errors"]?[0]
        #expect(span?["field"] == "experience[0].end_date")
        #expect(span?["message"] == "ne doit pas précéder start_date")
    }

    /// Two rows of a batch claim one account, which only the database sees, when everything else is written already.
    @Test func aRowThatFailsAfterOthersWereWrittenFailsAlone() throws {
        let world = try world()
        let profile = try world.call("auth.profile", as: .otherCandidate).body
        let user = try #require(profile["id"], "\(profile)")
        let rows: JSONValue = [
            ["first_name": "A", "last_name": "B", "emails": [["value": "a@b.fr"]], "skills": ["Brand new"]],
            ["first_name": "C", "last_name": "D", "user_id": user, "emails": [["value": "c@d.fr"]]],
            ["first_name": "E", "last_name": "F", "user_id": user, "emails": [["value": "e@f.fr"]]],
            ["first_name": "G", "last_name": "H", "emails": [["value": "g@h.fr"]], "skills": ["Brand new"]],
        ]
        let all = try world.call("candidates.bulkImport", ["rows": rows], as: .admin)
        #expect(all.body["created"] == 0, "\(all.body)")
        #expect(all.body["failed"] == 1)
        #expect(try total(world) == 1)
        #expect(try world.found("\"brand new\"").isEmpty)
        #expect(try world.audited("candidates.bulkImport") == 0)
        let dry = try world.call(
            "candidates.bulkImport", ["rows": rows, "mode": "best_effort", "dry_run": true], as: .admin)
        #expect(dry.body["created"] == 3)
        #expect(try total(world) == 1)
        let some = try world.call("candidates.bulkImport", ["rows": rows, "mode": "best_effort"], as: .admin)
        #expect(some.body["created"] == 3)
        #expect(some.body["results"]?[2]?["status"] == "failed")
        #expect(try total(world) == 4)
        #expect(try world.found("skill:\"brand new\"").count == 2)
        #expect(try world.audited("candidates.bulkImport") == 1)
        #expect(try world.call("admin.verifyAuditLog", as: .superadmin).body["is_whole"] == true)
    }

    @Test func theSameKeyIsCarriedOutOnce() throws {
        let world = try world()
        let input: JSONValue = ["rows": [["first_name": "A", "last_name": "B"]], "idempotency_key": "key-1"]
        let first = try world.call("candidates.bulkImport", input, as: .admin)
        let second = try world.call("candidates.bulkImport", input, as: .admin)
        #expect(first.body == second.body)
        #expect(try total(world) == 2)
        let other = try world.call(
            "candidates.bulkImport",
            ["rows": [["first_name": "C", "last_name": "D"]], "idempotency_key": "key-1"], as: .admin)
        #expect(other.status == 409)
        #expect(try total(world) == 2)
    }

    @Test func aBatchHasItsLimits() throws {
        let world = try world()
        let row: JSONValue = ["first_name": "A", "last_name": "B"]
        let tooMany = try world.call(
            "candidates.bulkImport", ["rows": .array(Array(repeating: row, count: 1_001))], as: .admin)
        #expect(tooMany.status == 422)
        #expect(try world.call("candidates.bulkImport", ["rows": []], as: .admin).status == 422)
        let rows = (1...1_000).map { row.with(["last_name": .string("B \($0)")]) }
        let full = try world.call("candidates.bulkImport", ["rows": .array(rows)], as: .admin)
        #expect(full.body["created"] == 1_000)
        #expect(try total(world) == 1_001)
    }
}

import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct PipelineTests {
    private func counts(_ body: JSONValue) -> [String: Int64] {
        var counts: [String: Int64] = [:]
        for stage in body["stages"]?.arrayValue ?? [] {
            counts[stage["status"]?.stringValue ?? ""] = stage["count"]?.integerValue
        }
        return counts.filter { $0.value != 0 }
    }

    @Test func theBoardShowsThePathNewestOnTopWithItsCounts() throws {
        let board = try Board()
        let job = try board.job(openings: 5)
        let other = try board.job("Soudeur", other: true)
        var applications: [String] = []
        for number in 0..<4 {
            applications.append(
                try board.sourced(try board.candidate("P\(number)", "Durand"), number == 3 ? other : job))
            board.world.clock.advance(minutes: 1)
        }
        try board.bring(applications[0], to: .screening)
        try board.expectMove(applications[1], "rejected", ["reason_id": .string(try board.reason())])
        let all = try board.call("applications.pipeline", as: .consultant)
        #expect(all["stages"]?.arrayValue?.count == 7)
        #expect(counts(all) == ["sourced": 2, "screening": 1])
        #expect(all["total"]?.integerValue == 3)
        #expect(all["stages"]?[0]?["cards"]?[0]?["id"]?.stringValue == applications[3])
        let own = try board.call("applications.pipeline", as: .employer)
        #expect(counts(own) == ["sourced": 1, "screening": 1])
        for filter in [
            ["job_id": .string(job)], ["company_id": .string(board.world.ownCompany.description)],
            ["job_id": .string(job), "company_id": .string(board.world.ownCompany.description)], ["q": "infirm"],
            ["q": "dur", "job_id": .string(job)],
        ] as [JSONValue] {
            #expect(counts(try board.call("applications.pipeline", filter, as: .admin)) == counts(own), "\(filter)")
        }
        #expect(counts(try board.call("applications.pipeline", ["status": "rejected"], as: .admin)) == ["rejected": 1])
        #expect(
            counts(
                try board.call(
                    "applications.pipeline",
                    ["job_id": .string(other), "company_id": .string(board.world.ownCompany.description)], as: .admin))
                == [:])
    }

    @Test func aColumnIsReadOnByItsCursor() throws {
        let board = try Board()
        let job = try board.job()
        var expected: [String] = []
        for number in 0..<7 {
            expected.insert(try board.sourced(try board.candidate("P\(number)", "Durand"), job), at: 0)
            board.world.clock.advance(milliseconds: 5)
        }
        for words in [nil, "durand"] as [String?] {
            var seen: [String] = []
            var cursor: JSONValue?
            repeat {
                var input: JSONValue = ["status": "sourced", "per_stage": 3]
                if let words { input["q"] = .string(words) }
                if let cursor { input["cursor"] = cursor }
                let stage = try board.call("applications.pipeline", input, as: .consultant)["stages"]?[0]
                #expect(stage?["count"]?.integerValue == 7)
                seen += stage?["cards"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
                cursor = stage?["next_cursor"]
            } while cursor != nil
            #expect(seen == expected, "\(words ?? "no words")")
        }
        #expect(try board.world.call("applications.pipeline", ["cursor": "abc"], as: .admin).status == 422)
    }

    /// A board's words are searched at once where they find little, and in each stage where they find much: both ways
    /// answer alike, and as one stage does.
    @Test func oneSearchForAllStagesFindsWhatEachFinds() throws {
        let board = try Board()
        for number in 0..<6 {
            let job = try board.job("Poste \(number)", openings: 2)
            for person in 0..<5 {
                let id = try board.sourced(try board.candidate("P\(person)", "Durand\(number)"), job)
                if person == 1 { try board.bring(id, to: .screening) }
                if person == 2 { try board.expectMove(id, "rejected", ["reason_id": .string(try board.reason())]) }
            }
        }
        for words in ["durand", "durand3", "p1 dur", "poste", "nobody", "durand2 poste"] {
            let whole = try board.call("applications.pipeline", ["q": .string(words), "per_stage": 2], as: .consultant)
            for stage in whole["stages"]?.arrayValue ?? [] {
                let alone = try board.call(
                    "applications.pipeline",
                    ["q": .string(words), "per_stage": 2, "status": stage["status"] ?? .null], as: .consultant)
                #expect(alone["stages"]?[0] == stage, "\(words)")
            }
        }
        let counted = try board.call("applications.pipeline", ["q": "durand"], as: .consultant)
        #expect(counts(counted) == ["sourced": 18, "screening": 6])
    }

    /// Of many matches few may stand on the board: then its stages are searched together.
    @Test func manyMatchesOfWhichFewAreOnTheBoard() throws {
        let jobs = try JobWorld()
        _ = try jobs.published("Nurse", ["requisition_id": "N-1"])
        let reason = try jobs.body("reasons.list", ["kind": "we_rejected"], as: .admin)["data"]?[0]?["id"] ?? .null
        let people = (0..<1_600).map { number -> JSONValue in
            [
                "first_name": .string("P\(number)"), "last_name": number < 450 ? "Martin" : "Durand",
                "emails": [["value": .string("p\(number)@example.com")]],
            ]
        }
        let rows = (0..<1_600).map { number -> JSONValue in
            let row: JSONValue = [
                "candidate_email": .string("p\(number)@example.com"), "requisition_id": "N-1",
            ]
            return number < 450 && number % 10 > 1
                ? row.with(["status": "rejected", "reason_id": reason])
                : row.with(["status": number % 10 == 1 ? "screening" : "applied"])
        }
        for (operation, rows) in [("candidates.bulkImport", people), ("applications.bulkImport", rows)] {
            for half in [rows.prefix(800), rows.suffix(800)] {
                let made = try jobs.body(operation, ["rows": .array(Array(half))], as: .admin)
                #expect(made["created"] == 800)
            }
        }
        for (words, applied, screening) in [("martin", 45, 45), ("mart", 45, 45), ("durand", 1_000, 115)] {
            for order in ["asc", "desc"] {
                let input: JSONValue = ["q": .string(words), "per_stage": 3, "sort_order": .string(order)]
                let whole = try jobs.body("applications.pipeline", input, as: .consultant)
                for stage in whole["stages"]?.arrayValue ?? [] {
                    let alone = try jobs.body(
                        "applications.pipeline", input.with(["status": stage["status"] ?? .null]), as: .consultant)
                    #expect(alone["stages"]?[0] == stage, "\(words)")
                }
                #expect(
                    counts(whole) == ["applied": Int64(applied), "screening": Int64(screening)], "\(words) \(order)")
            }
        }
        // Tokens are no words.
        for words in ["applied", "c1", "v1", "=applied", "k3", "j1"] {
            #expect(try jobs.body("applications.pipeline", ["q": .string(words)], as: .consultant)["total"] == 0)
        }
    }

    @Test func sourceAndStuckDaysNarrowEveryBoard() throws {
        let board = try Board()
        let job = try board.job()
        let old = try board.sourced(try board.candidate("Old", "Durand"), job)
        board.world.clock.advance(days: 10)
        _ = try board.sourced(try board.candidate("New", "Durand"), job)
        let source: Source.ID? = try board.world.database.read {
            try $0.value("SELECT id FROM source ORDER BY id LIMIT 1")
        }
        let sourceID = JSONValue.string(try #require(source).description)
        try board.call("applications.update", ["application_id": .string(old), "source_id": sourceID], as: .admin)
        for filter in [
            ["stuck_days": 10], ["source_id": sourceID], ["stuck_days": 5, "q": "durand"],
            ["source_id": sourceID, "q": "dur", "job_id": .string(job)],
        ] as [JSONValue] {
            let body = try board.call("applications.pipeline", filter, as: .employer)
            #expect(
                counts(body) == (filter["q"]?.stringValue?.hasPrefix("dur") == true ? [:] : ["sourced": 1]), "\(filter)"
            )
            #expect(counts(try board.call("applications.pipeline", filter, as: .admin)) == ["sourced": 1], "\(filter)")
        }
    }
}

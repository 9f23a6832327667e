import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Trends and demand over a few jobs that can be counted by hand.
@Suite struct SkillDemandTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func job(_ skills: [String], _ more: JSONValue = [:]) throws -> String {
        let id = try jobs.published("Job", more)
        for skill in skills {
            _ = try jobs.body(
                "jobs.skillRequirements.add", ["job_id": .string(id), "name": .string(skill)], as: .employer)
        }
        return id
    }

    private func skill(_ name: String, in answer: JSONValue) -> JSONValue? {
        answer["data"]?.arrayValue?.first { $0["name"] == .string(name) }
    }

    @Test func trendsCompareTwoSpans() throws {
        for _ in 0..<5 { _ = try job(["Triage"]) }
        jobs.world.clock.advance(days: 100)
        for number in 0..<7 { _ = try job(number < 6 ? ["Triage", "Soudure"] : ["Triage"]) }
        let secret = try job(["Triage"], ["confidential": true])
        let answer = try jobs.body("skills.trending", as: .consultant)
        #expect(answer["data"]?.arrayValue?.compactMap { $0["name"] } == ["Soudure", "Triage"])
        #expect(skill("Triage", in: answer)?["n"] == 8)
        #expect(skill("Triage", in: answer)?["previous"] == 5)
        #expect(skill("Triage", in: answer)?["growth"] == .number(0.6))
        #expect(skill("Soudure", in: answer)?["growth"] == nil)
        #expect(skill("Soudure", in: answer)?["insufficient_data"] == true)
        #expect(answer["as_of"] != nil)
        // Advertisements only, and no skill that hardly anybody asks for.
        let shown = try jobs.body("skills.trending", as: .candidate)
        #expect(skill("Triage", in: shown)?["n"] == 7)
        _ = try job(["Rare"])
        #expect(skill("Rare", in: try jobs.body("skills.trending", as: .employer)) == nil)
        #expect(skill("Rare", in: try jobs.body("skills.trending", as: .admin))?["n"] == 1)
        _ = try jobs.body("jobs.delete", ["job_id": .string(secret)], as: .employer)
        #expect(skill("Triage", in: try jobs.body("skills.trending", as: .admin))?["n"] == 7)
        let longer = try jobs.body("skills.trending", ["days": 150, "limit": 1], as: .admin)
        #expect(longer["data"]?[0]?["n"] == 12)
        #expect(longer["data"]?.arrayValue?.count == 1)
        #expect(longer["total"] == 3)
        #expect(try jobs.status("skills.trending", as: .anonymous) == 401)
        #expect(try jobs.status("skills.trending", ["days": 1], as: .admin) == 422)
    }

    @Test func demandMeetsSupply() throws {
        for _ in 0..<3 { _ = try job(["Triage"], ["openings": 2]) }
        let closed = try job(["Triage"])
        _ = try jobs.body("jobs.close", ["job_id": .string(closed)], as: .employer)
        _ = try job(["Soudure"])
        for name in ["A", "B", "C"] {
            let id =
                try jobs.body("candidates.create", ["first_name": .string(name), "last_name": "T"], as: .admin)["id"]
                ?? .null
            _ = try jobs.body(
                "candidates.skills.set", ["candidate_id": id, "skills": [["name": "Triage", "level": 3]]], as: .admin)
            if name == "C" { _ = try jobs.body("candidates.delete", ["candidate_id": id], as: .admin) }
        }
        let answer = try jobs.body("skills.demandAnalysis", as: .admin)
        #expect(answer["data"]?.arrayValue?.compactMap { $0["name"] } == ["Triage", "Soudure"])
        let triage = try #require(skill("Triage", in: answer))
        #expect(triage["n"] == 4)
        #expect(triage["open_jobs"] == 3)
        #expect(triage["open_positions"] == 6)
        #expect(triage["candidates"] == 2)
        #expect(triage["candidates_per_position"]?.doubleValue == 2.0 / 6.0)
        #expect(triage["fill_rate"]?.doubleValue == 0)
        #expect(triage["fill_rate_n"] == 7)
        #expect(triage["insufficient_data"] == nil)
        let rare = try #require(skill("Soudure", in: answer))
        #expect(rare["candidates_per_position"] == nil)
        #expect(rare["fill_rate"] == nil)
        #expect(rare["insufficient_data"] == true)
        #expect(rare["candidates"] == 0)
        #expect(try jobs.status("skills.demandAnalysis", as: .consultant) == 403)
    }

    @Test func aCategoryHoldsItsBranch() throws {
        let top = try jobs.body("skills.categories.create", ["name": "Santé"], as: .admin)["id"] ?? .null
        let child =
            try jobs.body("skills.categories.create", ["name": "Soins", "parent_id": top], as: .admin)["id"] ?? .null
        _ = try jobs.body("skills.create", ["name": "Triage", "category_id": child], as: .admin)
        _ = try job(["Triage", "Soudure"])
        let answer = try jobs.body("skills.demandAnalysis", ["category_id": top], as: .admin)
        #expect(answer["data"]?.arrayValue?.compactMap { $0["name"] } == ["Triage"])
        #expect(try jobs.body("skills.trending", ["kind": "language"], as: .admin)["total"] == 0)
    }
}

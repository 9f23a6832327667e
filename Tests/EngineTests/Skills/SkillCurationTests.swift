import Domain
import JSON
import Storage
import TestSupport
import Testing

/// Making, renaming, merging and deleting skills.
@Suite struct SkillCurationTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func skill(_ name: String, _ more: JSONValue = [:]) throws -> JSONValue {
        try jobs.body("skills.create", (["name": .string(name)] as JSONValue).with(more), as: .admin)["id"] ?? .null
    }

    private func candidate(_ skills: JSONValue, _ name: String = "Ada") throws -> JSONValue {
        let id =
            try jobs.body("candidates.create", ["first_name": .string(name), "last_name": "Test"], as: .admin)["id"]
            ?? .null
        _ = try jobs.body("candidates.skills.set", ["candidate_id": id, "skills": skills], as: .admin)
        return id
    }

    private func skills(of candidate: JSONValue) throws -> [JSONValue] {
        try jobs.body("candidates.skills.list", ["candidate_id": candidate], as: .admin)["data"]?.arrayValue ?? []
    }

    private func update(_ id: JSONValue, _ change: JSONValue) throws -> JSONValue {
        try jobs.body("skills.update", change.with(["skill_id": id]), as: .admin)
    }

    @Test func aSkillHasOneName() throws {
        let made = try jobs.body(
            "skills.create",
            [
                "name": "JavaScript", "aliases": ["JS", "js", "JavaScript", "ECMAScript"], "kind": "knowledge",
                "esco_uri": "https://data.europa.eu/esco/skill/1", "onet_code": "2.B.3.e",
            ], as: .admin)
        #expect(made["aliases"] == ["JS", "ECMAScript"])
        #expect(made["kind"] == "knowledge")
        for name in ["javascript", "JS", "ecmascript"] {
            let taken = try jobs.call("skills.create", ["name": .string(name)], as: .admin)
            #expect(taken.status == 409, "\(name)")
            #expect(taken.body["skill_id"] == made["id"])
        }
        #expect(try jobs.status("skills.create", ["name": "…"], as: .admin) == 201)
        #expect(try jobs.status("skills.create", ["name": "\u{301}"], as: .admin) == 422)
        #expect(
            try jobs.status(
                "skills.create", ["name": "A", "category_id": made["id"] ?? .null], as: .admin) == 422)
        #expect(try jobs.audited("skills.create", outcome: 201) == 2)
    }

    @Test func anAliasLeadsToTheSkill() throws {
        let js = try skill("JavaScript", ["aliases": ["JS"]])
        let ada = try candidate([["name": "js", "level": 3]])
        #expect(try skills(of: ada).compactMap { $0["skill_id"] } == [js])
        _ = try update(js, ["aliases": ["ES6"]])
        let bob = try candidate([["name": "es6", "level": 3], ["name": "JS", "level": 1]], "Bob")
        #expect(try skills(of: bob).compactMap { $0["name"] } == ["JavaScript", "JS"])
    }

    @Test func aNewNameIsFoundAndTheOldOneIsNot() throws {
        let id = try skill("Soudure")
        let ada = try candidate([["skill_id": id, "level": 3]])
        let job = try jobs.published()
        _ = try jobs.body("jobs.skillRequirements.add", ["job_id": .string(job), "skill_id": id], as: .employer)
        let renamed = try update(id, ["name": "Chaudronnerie", "expected_version": 1])
        #expect(renamed["version"] == 2)
        func found(_ q: String) throws -> [JSONValue] {
            (try jobs.body("candidates.list", ["q": .string(q)], as: .admin)["data"]?.arrayValue ?? [])
                .compactMap { $0["id"] }
        }
        #expect(try found("skill:chaudronnerie") == [ada])
        #expect(try found("soudure") == [])
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "chaudronnerie"], as: .admin)) == [job])
        #expect(
            try jobs.status("skills.update", ["skill_id": id, "kind": "skill", "expected_version": 1], as: .admin)
                == 409)
    }

    @Test func mergingLeavesEverybodyPointingWell() throws {
        let js = try skill("JavaScript", ["aliases": ["ECMAScript"]])
        let old = try skill("Java Script", ["aliases": ["J-S"]])
        let both = try candidate([
            ["skill_id": js, "level": 2, "years": 5], ["skill_id": old, "level": 4, "years": 1],
        ])
        let one = try candidate([["skill_id": old, "level": 1]], "Bob")
        let job = try jobs.published()
        let other = try jobs.published("Welder")
        for (id, importance) in [(js, "nice"), (old, "required")] {
            _ = try jobs.body(
                "jobs.skillRequirements.add",
                ["job_id": .string(job), "skill_id": id, "importance": .string(importance)], as: .employer)
        }
        _ = try jobs.body("jobs.skillRequirements.add", ["job_id": .string(other), "skill_id": old], as: .employer)
        let company = JSONValue.string(jobs.world.ownCompany.description)
        _ = try jobs.body(
            "companies.hiringPreferences.update", ["company_id": company, "must_have_skills": ["Java Script"]],
            as: .employer)
        let merged = try update(old, ["replaced_by": js])
        #expect(merged["replaced_by"] == js)
        let kept = try skills(of: both)
        #expect(kept.count == 1)
        #expect(kept[0]["skill_id"] == js)
        #expect(kept[0]["level"] == 4)
        #expect(kept[0]["years"]?.doubleValue == 5)
        #expect(try skills(of: one).compactMap { $0["skill_id"] } == [js])
        for id in [job, other] {
            let list = try jobs.body("jobs.skillRequirements.list", ["job_id": .string(id)], as: .employer)["data"]
            #expect(list?.arrayValue?.compactMap { $0["skill_id"] } == [js])
            #expect(list?[0]?["importance"] == "required")
        }
        let wishes = try jobs.body("companies.hiringPreferences.get", ["company_id": company], as: .employer)
        #expect(wishes["must_have_skills"]?[0]?["skill_id"] == js)
        let heir = try jobs.body("skills.get", ["skill_id": js], as: .anonymous)
        #expect(heir["aliases"] == ["ECMAScript", "Java Script", "J-S"])
        #expect(try jobs.body("skills.list", as: .anonymous)["total"] == 1)
        #expect(try jobs.body("skills.get", ["skill_id": old], as: .anonymous)["replaced_by"] == js)
        // Whoever still names the old one, by its identifier or a name, means the new one.
        let cleo = try candidate([["skill_id": old, "level": 3], ["name": "j-s", "level": 2]], "Cleo")
        #expect(try skills(of: cleo).compactMap { $0["skill_id"] } == [js])
        let third = try jobs.published("Cook")
        _ = try jobs.body("jobs.skillRequirements.add", ["job_id": .string(third), "skill_id": old], as: .employer)
        #expect(try jobs.body("candidates.list", ["q": "skill:javascript"], as: .admin)["total"] == 3)
        #expect(try jobs.body("jobs.list", ["q": "javascript"], as: .admin)["total"] == 3)
    }

    @Test func mergesAreNeverChainsOrCircles() throws {
        let ids = try ["A1", "B1", "C1"].map { try skill($0) }
        _ = try update(ids[0], ["replaced_by": ids[1]])
        _ = try update(ids[1], ["replaced_by": ids[2]])
        #expect(try jobs.body("skills.get", ["skill_id": ids[0]], as: .admin)["replaced_by"] == ids[2])
        for wanted in ids {
            let answer = try jobs.call("skills.update", ["skill_id": ids[2], "replaced_by": wanted], as: .admin)
            #expect(answer.status == 422)
            #expect(answer.body["errors"]?[0]?["code"] == "cycle")
        }
        let lone = try update(ids[0], ["replaced_by": .null])
        #expect(lone["replaced_by"] == nil)
    }

    @Test func aSkillInUseStays() throws {
        let id = try skill("Soudure")
        let ada = try candidate([["skill_id": id, "level": 3]])
        let refused = try jobs.call("skills.delete", ["skill_id": id], as: .admin)
        #expect(refused.status == 409)
        #expect(refused.body["dependants"]?[0]?["id"] == ada)
        _ = try jobs.body("candidates.skills.set", ["candidate_id": ada, "skills": [], "replace": true], as: .admin)
        #expect(try jobs.status("skills.delete", ["skill_id": id], as: .admin) == 200)
        #expect(try jobs.status("skills.get", ["skill_id": id], as: .anonymous) == 404)
        // Its name brings it back.
        #expect(try skill("soudure") == id)
    }
}

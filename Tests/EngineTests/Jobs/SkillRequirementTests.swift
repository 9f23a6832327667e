import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SkillRequirementTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    private func demand(_ job: String, _ more: JSONValue = [:]) -> JSONValue {
        var input: JSONValue = ["job_id": .string(job)]
        for (key, value) in more.objectValue ?? [:] { input[key] = value }
        return input
    }

    @Test func aRequirementIsAddedChangedAndDeleted() throws {
        let job = try jobs.published()
        let added = try jobs.body(
            "jobs.skillRequirements.add", demand(job, ["name": "Soins infirmiers", "min_years": 1.5]), as: .employer)
        #expect(added["importance"] == "required")
        #expect(added["weight"] == 1.0)
        #expect(added["min_years"] == 1.5)
        let requirement = try #require(added["id"])
        let changed = try jobs.body(
            "jobs.skillRequirements.update",
            demand(job, ["req_id": requirement, "importance": "nice", "min_years": nil, "min_level": 4]), as: .admin)
        #expect(changed["importance"] == "nice")
        #expect(changed["min_years"] == nil)
        #expect(changed["min_level"] == 4)
        #expect(changed["version"] == 2)
        let stale = demand(job, ["req_id": requirement, "weight": 2, "expected_version": 1])
        #expect(try jobs.status("jobs.skillRequirements.update", stale, as: .employer) == 409)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "soins"], as: .employer)) == [job])
        _ = try jobs.body("jobs.skillRequirements.delete", demand(job, ["req_id": requirement]), as: .employer)
        #expect(try jobs.body("jobs.skillRequirements.list", demand(job), as: .employer)["total"] == 0)
        #expect(try jobs.body("jobs.list", ["q": "soins"], as: .employer)["total"] == 0)
        #expect(
            try jobs.status("jobs.skillRequirements.delete", demand(job, ["req_id": requirement]), as: .admin) == 404)
    }

    @Test func namesAndAliasesLeadToOneSkill() throws {
        let job = try jobs.published()
        let first = try jobs.body("jobs.skillRequirements.add", demand(job, ["name": "Hélène’s method"]), as: .employer)
        let skill = try #require(first["skill_id"])
        for name in ["HELENE’S   METHOD", "hélène’s method"] {
            let again = try jobs.call("jobs.skillRequirements.add", demand(job, ["name": .string(name)]), as: .employer)
            #expect(again.status == 409)
            #expect(again.body["skill_id"] == skill)
        }
        _ = try jobs.body("skills.update", ["skill_id": skill, "aliases": ["MH", "h%_method"]], as: .admin)
        #expect(try jobs.status("jobs.skillRequirements.add", demand(job, ["name": "MH"]), as: .admin) == 409)
        let other = try jobs.body("jobs.skillRequirements.add", demand(job, ["name": "h"]), as: .admin)
        #expect(other["skill_id"] != skill)
    }

    @Test func requiredOnesComeFirst() throws {
        let job = try jobs.published()
        for (name, importance) in [("A", "nice"), ("B", "preferred"), ("C", "required")] {
            _ = try jobs.body(
                "jobs.skillRequirements.add", demand(job, ["name": .string(name), "importance": .string(importance)]),
                as: .employer)
        }
        for person in [World.Person.candidate, .otherEmployer, .employer, .consultant, .admin, .superadmin] {
            let list = try jobs.body("jobs.skillRequirements.list", demand(job), as: person)
            #expect(list["data"]?.arrayValue?.compactMap { $0["name"] } == ["C", "B", "A"])
        }
        #expect(try jobs.status("jobs.skillRequirements.list", demand(job), as: .anonymous) == 401)
        let draft = try jobs.draft()
        #expect(try jobs.status("jobs.skillRequirements.list", demand(draft), as: .candidate) == 404)
        #expect(try jobs.status("jobs.skillRequirements.list", demand(draft), as: .otherEmployer) == 404)
    }

    @Test func whoMayAsk() throws {
        let job = try jobs.published()
        let draft = try jobs.draft()
        let input = demand(job, ["name": "Triage"])
        #expect(try jobs.status("jobs.skillRequirements.add", input, as: .anonymous) == 401)
        #expect(try jobs.status("jobs.skillRequirements.add", input, as: .candidate) == 403)
        #expect(try jobs.status("jobs.skillRequirements.add", input, as: .consultant) == 403)
        #expect(try jobs.status("jobs.skillRequirements.add", input, as: .otherEmployer) == 403)
        #expect(try jobs.status("jobs.skillRequirements.add", demand(draft, ["name": "T"]), as: .otherEmployer) == 404)
        let added = try jobs.body("jobs.skillRequirements.add", input, as: .superadmin)
        let one = demand(job, ["req_id": try #require(added["id"])])
        for operation in ["jobs.skillRequirements.update", "jobs.skillRequirements.delete"] {
            #expect(try jobs.status(operation, one, as: .otherEmployer) == 403)
            #expect(try jobs.status(operation, one, as: .consultant) == 403)
            // The requirement of one job is not found through another.
            #expect(
                try jobs.status(operation, demand(draft, ["req_id": try #require(added["id"])]), as: .employer) == 404)
        }
    }

    static let refusedFields: [(String, JSONValue)] = [
        ("skill_id", [:]), ("skill_id", ["skill_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"]),
        ("name", ["name": "bell\u{1B}[2J"]), ("min_level", ["name": "A", "min_level": 6]),
        ("min_level", ["name": "A", "min_level": 0]), ("min_years", ["name": "A", "min_years": -1]),
        ("weight", ["name": "A", "weight": 101]), ("importance", ["name": "A", "importance": "vital"]),
    ]

    @Test(arguments: refusedFields)
    func whatIsRefused(_ field: String, _ more: JSONValue) throws {
        let job = try jobs.published()
        let answer = try jobs.call("jobs.skillRequirements.add", demand(job, more), as: .employer)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field), "\(answer.body)")
    }
}

import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct SkillTests {
    let jobs: JobWorld
    let job: String

    init() throws {
        jobs = try JobWorld()
        job = try jobs.published()
        for name in ["JavaScript", "Java", "C++", "Éco-conception"] {
            _ = try jobs.body(
                "jobs.skillRequirements.add", ["job_id": .string(job), "name": .string(name)], as: .employer)
        }
        for (name, change) in [("JavaScript", ["aliases": ["JS"]]), ("C++", ["kind": "knowledge"])]
            as [(String, JSONValue)]
        {
            let found = try jobs.body("skills.list", ["q": .string(name)], as: .admin)["data"]?[0]?["id"] ?? .null
            _ = try jobs.body("skills.update", change.with(["skill_id": found]), as: .admin)
        }
    }

    private func names(_ input: JSONValue) throws -> [String] {
        let page = try jobs.body("skills.list", input, as: .anonymous)
        return (page["data"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    }

    @Test func theBestMatchesComeFirst() throws {
        #expect(try names(["q": "java"]) == ["Java", "JavaScript"])
        #expect(try names(["q": "js"]) == ["JavaScript"])
        #expect(try names(["q": "script"]) == ["JavaScript"])
        #expect(try names(["q": "ECO"]) == ["Éco-conception"])
        #expect(try names(["q": "c++"]) == ["C++"])
        #expect(try names(["q": "_"]) == [])
        #expect(try names(["sort_by": "name"]) == ["C++", "Éco-conception", "Java", "JavaScript"])
        #expect(try names(["kind": "knowledge"]) == ["C++"])
    }

    @Test func pagesOfASearchGoOn() throws {
        let first = try jobs.body("skills.list", ["q": "a", "page_size": 1], as: .candidate)
        let second = try jobs.body(
            "skills.list", ["q": "a", "page_size": 1, "cursor": first["next_cursor"] ?? .null], as: .candidate)
        #expect(first["data"]?[0]?["name"] == "Java")
        #expect(second["data"]?[0]?["name"] == "JavaScript")
        #expect(second["next_cursor"] == nil)
    }

    @Test func aSkillIsForEverybody() throws {
        let list = try jobs.body("skills.list", ["q": "js"], as: .anonymous)
        let id = try #require(list["data"]?[0]?["id"])
        for person in World.Person.allCases {
            #expect(try jobs.body("skills.get", ["skill_id": id], as: person)["aliases"] == ["JS"])
        }
        #expect(try jobs.status("skills.get", ["skill_id": .string(job)], as: .anonymous) == 404)
    }

    @Test func reasonsComeInTheCallersLanguage() throws {
        #expect(try jobs.status("reasons.list", as: .anonymous) == 401)
        let english = try jobs.body("reasons.list", as: .candidate)
        #expect(english["total"] == 11)
        #expect(english["data"]?[0]?["name"] == "Accepted another offer")
        try jobs.speakFrench(.candidate)
        let french = try jobs.body("reasons.list", ["kind": "they_rejected"], as: .candidate)
        #expect(french["data"]?.arrayValue?.compactMap { $0["name"] }.contains("A accepté une autre offre") == true)
        #expect(french["total"] == 4)
    }

    @Test func sourcesAreForThoseSignedIn() throws {
        #expect(try jobs.status("sources.list", as: .anonymous) == 401)
        for person in World.Person.allCases where person != .anonymous {
            #expect(try jobs.body("sources.list", as: person)["total"] == 8)
        }
        #expect(try jobs.body("sources.list", ["kind": "event"], as: .employer)["data"]?[0]?["name"] == "Event")
    }
}
